package dev.dbrazor.plugin;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.PluginException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/** A record breaks the constraints that are declared on it; nothing was stored. */
public final class InvalidRecordException extends PluginException {
  @Serial private static final long serialVersionUID = 1;

  private final ArrayList<String> violations;

  InvalidRecordException(String collection, List<String> violations) {
    super(
        ErrorDetails.of(
                ErrorCode.PLUGIN,
                collection + ": the record is not valid: " + String.join("; ", violations))
            .withCollection(collection),
        null);
    this.violations = new ArrayList<>(violations);
  }

  /** Each as the component's path and what is wrong, sorted: {@code name must not be blank}. */
  public List<String> violations() {
    return List.copyOf(violations);
  }
}
