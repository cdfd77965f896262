package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A schema change failed; data and schema are as they were before. */
public final class MigrationException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public MigrationException(String message) {
    super(ErrorCode.MIGRATION, message);
  }

  public MigrationException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
