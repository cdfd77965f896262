package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The engine has rolled the transaction back on its own; nothing more can be done in it and nothing
 * of it is stored.
 */
public final class TransactionDoomedException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public TransactionDoomedException(String message) {
    super(ErrorCode.TRANSACTION_DOOMED, message);
  }

  public TransactionDoomedException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
