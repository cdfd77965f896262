package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The engine refused a statement: wrong SQL, wrong parameters, more than one statement, or a limit
 * exceeded.
 */
public final class StatementException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public StatementException(String message) {
    super(ErrorCode.STATEMENT, message);
  }

  public StatementException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
