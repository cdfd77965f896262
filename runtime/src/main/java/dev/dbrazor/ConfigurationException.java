package dev.dbrazor;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/** A configuration cannot be used; every problem found in it is listed. */
public final class ConfigurationException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  private final ArrayList<String> problems;

  public ConfigurationException(List<String> problems) {
    super(ErrorCode.CONFIGURATION, String.join("; ", problems));
    this.problems = new ArrayList<>(problems);
  }

  /** One sentence for each problem, at least one. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
