package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A write was asked of something that can only be read: a read-only database, file, directory or
 * transaction.
 */
public final class ReadOnlyDatabaseException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public ReadOnlyDatabaseException(String message) {
    super(ErrorCode.READ_ONLY, message);
  }

  public ReadOnlyDatabaseException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
