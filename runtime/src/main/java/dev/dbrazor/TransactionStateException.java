package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What was asked for is not possible in the present state of the thread's transaction. */
public final class TransactionStateException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public TransactionStateException(String message) {
    super(ErrorCode.TRANSACTION_STATE, message);
  }

  public TransactionStateException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
