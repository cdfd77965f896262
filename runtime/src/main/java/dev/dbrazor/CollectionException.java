package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A collection name is unknown or stands for two different records. */
public final class CollectionException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public CollectionException(String message) {
    super(ErrorCode.COLLECTION, message);
  }

  public CollectionException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
