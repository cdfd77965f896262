package dev.dbrazor.value;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.MappingException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A value that cannot be stored or read exactly, or is missing where it must not be.
 *
 * <p>It is thrown where only the value is known. Callers that know more replace it by one that
 * names the place: {@link #in} adds a step of the path inside a JSON document; binder and row, on
 * top, add the column.
 */
public final class ValueException extends MappingException {
  @Serial private static final long serialVersionUID = 1;

  private final String problem;
  private final String path;
  private final boolean missing;

  public ValueException(String problem) {
    this(problem, "", false, null);
  }

  private ValueException(String problem, String path, boolean missing, @Nullable Throwable cause) {
    super(detailsOf(problem, path), cause);
    this.problem = problem;
    this.path = path;
    this.missing = missing;
  }

  private static ErrorDetails detailsOf(String problem, String path) {
    if (path.isEmpty()) {
      return ErrorDetails.of(ErrorCode.MAPPING, problem);
    }
    return ErrorDetails.of(ErrorCode.MAPPING, path + ": " + problem)
        .withColumn(path)
        .withComponent(path);
  }

  /** A null where the model says there is none. */
  public static ValueException missing() {
    return new ValueException("is null", "", true, null);
  }

  /**
   * The same problem, seen from one step further out: a component's name, or {@code [3]} for an
   * element.
   */
  public ValueException in(String step) {
    return new ValueException(
        problem, join(step, path), missing, getCause() == null ? this : getCause());
  }

  /** A path with one step put before it: {@code address.city}, {@code tags[3]}. */
  public static String join(String step, String path) {
    return path.isEmpty() || path.startsWith("[") ? step + path : step + "." + path;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }

  /** Where inside the JSON document; empty for a plain column. */
  public String path() {
    return path;
  }

  public boolean isMissing() {
    return missing;
  }
}
