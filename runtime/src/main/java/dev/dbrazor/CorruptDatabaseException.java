package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The file is damaged or is not an SQLite database. */
public final class CorruptDatabaseException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public CorruptDatabaseException(String message) {
    super(ErrorCode.CORRUPT_DATABASE, message);
  }

  public CorruptDatabaseException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
