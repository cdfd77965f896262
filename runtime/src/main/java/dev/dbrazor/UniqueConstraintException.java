package dev.dbrazor;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Another row already has the value of a unique component, or the id. */
public final class UniqueConstraintException extends ConstraintException {
  @Serial private static final long serialVersionUID = 1;

  public UniqueConstraintException(String message) {
    this(ErrorDetails.of(ErrorCode.UNIQUE_CONSTRAINT, message), null);
  }

  public UniqueConstraintException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }

  /**
   * The record component as a path ({@code address.city}); the column's name in own tables; empty
   * when unknown.
   */
  public String component() {
    String component = details().component();
    return component != null ? component : Objects.requireNonNullElse(details().column(), "");
  }
}
