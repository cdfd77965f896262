package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of the database refused a change; thrown itself for what has no class of its own,
 * such as a trigger's {@code RAISE(ABORT)}.
 */
public class ConstraintException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public ConstraintException(String message) {
    super(ErrorCode.CONSTRAINT, message);
  }

  public ConstraintException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
