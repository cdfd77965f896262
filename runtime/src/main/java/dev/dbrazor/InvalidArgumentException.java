package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The caller asked for something that has no meaning: a null where a value belongs, a negative
 * limit, a cursor of another query. Nothing was run.
 */
public final class InvalidArgumentException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public InvalidArgumentException(String message) {
    super(ErrorCode.INVALID_ARGUMENT, message);
  }

  public InvalidArgumentException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
