package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A cursor was read after it, or the transaction it belonged to, had ended. */
public final class CursorClosedException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public CursorClosedException(String message) {
    super(ErrorCode.CURSOR_CLOSED, message);
  }

  public CursorClosedException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
