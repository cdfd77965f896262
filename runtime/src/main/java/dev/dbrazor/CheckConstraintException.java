package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A row does not satisfy a {@code CHECK}. */
public final class CheckConstraintException extends ConstraintException {
  @Serial private static final long serialVersionUID = 1;

  public CheckConstraintException(String message) {
    this(ErrorDetails.of(ErrorCode.CHECK_CONSTRAINT, message), null);
  }

  public CheckConstraintException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
