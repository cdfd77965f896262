package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A row would refer to a parent that does not exist, or a parent that is still referred to would
 * go.
 */
public final class ForeignKeyException extends ConstraintException {
  @Serial private static final long serialVersionUID = 1;

  public ForeignKeyException(String message) {
    this(ErrorDetails.of(ErrorCode.FOREIGN_KEY, message), null);
  }

  public ForeignKeyException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
