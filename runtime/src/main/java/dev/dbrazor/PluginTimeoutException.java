package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A plugin did not return within its time limit. */
public final class PluginTimeoutException extends PluginException {
  @Serial private static final long serialVersionUID = 1;

  public PluginTimeoutException(String message) {
    this(ErrorDetails.of(ErrorCode.PLUGIN_TIMEOUT, message), null);
  }

  public PluginTimeoutException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
