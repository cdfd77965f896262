package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A lock or a connection was not free in time; the message says who holds it and since when. */
public final class LockTimeoutException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public LockTimeoutException(String message) {
    super(ErrorCode.LOCK_TIMEOUT, message);
  }

  public LockTimeoutException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
