package dev.dbrazor;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Chooses the driver, and remembers why. The one place where drivers are looked for. */
record DriverSelection(Driver driver, DriverInfo info) {
  private static final Logger LOG = System.getLogger("dev.dbrazor.driver");
  private static final String NATIVE = "NATIVE";

  static DriverSelection choose(DriverChoice choice) {
    return choice == DriverChoice.JDBC
        ? jdbc("asked for", new ArrayList<>())
        : choose(choice == DriverChoice.NATIVE);
  }

  private static DriverSelection choose(boolean nativeOnly) {
    Optional<Driver> found;
    try {
      found = findNative();
    } catch (ServiceConfigurationError | LinkageError e) {
      return instead(nativeOnly, NATIVE + ": " + reason(e), e);
    }
    if (found.isEmpty()) {
      return instead(nativeOnly, NATIVE + ": not on the class or module path", null);
    }
    Driver driver = found.get();
    return chosen(
        driver,
        nativeOnly ? "asked for" : "the fastest one found",
        named(driver, new ArrayList<>()));
  }

  private static Optional<Driver> findNative() {
    return ServiceLoader.load(Driver.class, DriverSelection.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.name().equals(NATIVE))
        .findFirst();
  }

  /** What the driver said; one made for a newer Java cannot even be loaded to say something. */
  private static String reason(Error e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof DbRazorException)) {
      cause = cause.getCause();
    }
    return cause instanceof UnsupportedClassVersionError
        ? "needs Java 22 or newer, this is " + Runtime.version().feature()
        : String.valueOf(cause.getMessage());
  }

  private static DriverSelection instead(
      boolean nativeOnly, String outcome, @Nullable Throwable cause) {
    if (nativeOnly) {
      String message = "The driver NATIVE was asked for and cannot be used; tried: " + outcome;
      throw new DriverException(ErrorDetails.of(ErrorCode.DRIVER, message), cause);
    }
    if (cause != null) {
      LOG.log(Level.WARNING, "Going on with the driver JDBC; " + outcome);
    }
    return jdbc("the only one found", new ArrayList<>(List.of(outcome)));
  }

  private static DriverSelection jdbc(String reason, List<String> tried) {
    Driver driver = new JdbcDriver();
    return chosen(driver, reason, named(driver, tried));
  }

  private static List<String> named(Driver driver, List<String> tried) {
    driver.tried().forEach(outcome -> tried.add(driver.name() + ": " + outcome));
    return tried;
  }

  private static DriverSelection chosen(Driver driver, String reason, List<String> tried) {
    return new DriverSelection(
        driver, new DriverInfo(driver.name(), driver.engineVersion(), reason, tried));
  }
}
