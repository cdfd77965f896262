package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The database is closed, or was closed while the operation waited. */
public final class DatabaseClosedException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public DatabaseClosedException(String message) {
    super(ErrorCode.DATABASE_CLOSED, message);
  }

  public DatabaseClosedException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
