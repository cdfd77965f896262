package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A component that must have a value has none. */
public final class NotNullException extends ConstraintException {
  @Serial private static final long serialVersionUID = 1;

  public NotNullException(String message) {
    this(ErrorDetails.of(ErrorCode.NOT_NULL, message), null);
  }

  public NotNullException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
