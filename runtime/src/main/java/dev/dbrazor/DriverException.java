package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** No usable driver or engine, or one that broke its contract. */
public final class DriverException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public DriverException(String message) {
    super(ErrorCode.DRIVER, message);
  }

  public DriverException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
