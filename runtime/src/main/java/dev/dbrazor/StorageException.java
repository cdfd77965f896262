package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The file system or the memory failed the engine: full disk, I/O error, a file that cannot be
 * opened.
 */
public final class StorageException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public StorageException(String message) {
    super(ErrorCode.STORAGE, message);
  }

  public StorageException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
