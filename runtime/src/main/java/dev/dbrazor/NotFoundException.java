package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** No row has the id that was to be changed. */
public final class NotFoundException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public NotFoundException(String message) {
    super(ErrorCode.NOT_FOUND, message);
  }

  public NotFoundException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
