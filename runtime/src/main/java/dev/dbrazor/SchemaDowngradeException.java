package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The database was written by a newer version of the schema than the program has; nothing was
 * changed.
 */
public final class SchemaDowngradeException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public SchemaDowngradeException(String message) {
    super(ErrorCode.SCHEMA_DOWNGRADE, message);
  }

  public SchemaDowngradeException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
