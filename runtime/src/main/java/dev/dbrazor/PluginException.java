package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A plugin failed or vetoed an operation. */
public class PluginException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public PluginException(String message) {
    super(ErrorCode.PLUGIN, message);
  }

  public PluginException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
