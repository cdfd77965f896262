package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The thread was interrupted while it waited or while its statement ran; its interrupt flag is set
 * again.
 */
public final class OperationInterruptedException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public OperationInterruptedException(String message) {
    super(ErrorCode.INTERRUPTED, message);
  }

  public OperationInterruptedException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
