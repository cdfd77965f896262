package dev.dbrazor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The driver somebody asked for: the configuration, else whoever started the process, by a system
 * property or a variable of its environment.
 *
 * @param choice AUTO: nobody asked for one
 * @param reason who asked; of no meaning when nobody did
 */
record DriverRequest(DriverChoice choice, String reason) {
  static final String PROPERTY = "dbrazor.driver";
  static final String VARIABLE = "DBRAZOR_DRIVER";

  /** Throws a {@link ConfigurationException} for a name that is no driver's. */
  static DriverRequest of(DriverChoice configured, Map<String, String> environment) {
    if (configured != DriverChoice.AUTO) {
      return new DriverRequest(configured, "asked for");
    }
    String property = System.getProperty(PROPERTY);
    return property != null
        ? named(property, "the system property " + PROPERTY)
        : named(environment.get(VARIABLE), "the environment variable " + VARIABLE);
  }

  /** An empty name is none, so that a variable can be unset where it cannot be taken away. */
  private static DriverRequest named(@Nullable String name, String origin) {
    if (name == null || name.isBlank()) {
      return new DriverRequest(DriverChoice.AUTO, "");
    }
    try {
      DriverChoice choice = DriverChoice.valueOf(name.strip().toUpperCase(Locale.ROOT));
      return new DriverRequest(choice, "asked for by " + origin);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          List.of(
              origin
                  + " is '"
                  + name
                  + "', must be one of "
                  + Arrays.toString(DriverChoice.values())));
    }
  }
}
