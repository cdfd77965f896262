package dev.dbrazor;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverProvider;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Chooses the driver, and remembers why. The one place where drivers are looked for. */
record DriverSelection(Driver driver, DriverInfo info) {
  private static final String NATIVE = "NATIVE";

  static DriverSelection choose(DriverChoice choice, EngineChoice engine) {
    return choice == DriverChoice.JDBC
        ? jdbc("asked for", engine, new ArrayList<>())
        : choose(choice == DriverChoice.NATIVE, engine);
  }

  private static DriverSelection choose(boolean nativeOnly, EngineChoice engine) {
    Optional<Driver> found;
    try {
      found = findNative(engine);
    } catch (ServiceConfigurationError | LinkageError | DriverException e) {
      return instead(nativeOnly, engine, NATIVE + ": " + reason(e), e);
    }
    if (found.isEmpty()) {
      return instead(nativeOnly, engine, NATIVE + ": not on the class or module path", null);
    }
    Driver driver = found.get();
    return chosen(
        driver,
        nativeOnly ? "asked for" : "the fastest one found",
        named(driver, new ArrayList<>()));
  }

  private static Optional<Driver> findNative(EngineChoice engine) {
    for (DriverProvider provider :
        ServiceLoader.load(DriverProvider.class, DriverSelection.class.getClassLoader())) {
      Driver driver = provider.load(engine);
      if (driver.name().equals(NATIVE)) {
        return Optional.of(driver);
      }
    }
    return Optional.empty();
  }

  /** What the driver said; one made for a newer Java cannot even be loaded to say something. */
  private static String reason(Throwable e) {
    Throwable cause = origin(e);
    return cause instanceof UnsupportedClassVersionError
        ? "needs Java 22 or newer, this is " + Runtime.version().feature()
        : String.valueOf(cause.getMessage());
  }

  private static Throwable origin(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof DbRazorException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static DriverSelection instead(
      boolean nativeOnly, EngineChoice engine, String outcome, @Nullable Throwable cause) {
    if (nativeOnly) {
      String message = "The driver NATIVE was asked for and cannot be used; tried: " + outcome;
      throw new DriverException(ErrorDetails.of(ErrorCode.DRIVER, message), cause);
    }
    if (cause != null) {
      // Whoever ships one program for old and new Javas knows that the old ones use JDBC.
      boolean older = origin(cause) instanceof UnsupportedClassVersionError;
      System.getLogger("dev.dbrazor.driver")
          .log(older ? Level.DEBUG : Level.WARNING, "Going on with the driver JDBC; " + outcome);
    }
    return jdbc("the only one found", engine, new ArrayList<>(List.of(outcome)));
  }

  private static DriverSelection jdbc(String reason, EngineChoice engine, List<String> tried) {
    Driver driver = new JdbcDriver(engine);
    return chosen(driver, reason, named(driver, tried));
  }

  private static List<String> named(Driver driver, List<String> tried) {
    for (String outcome : driver.tried()) {
      tried.add(driver.name() + ": " + outcome);
    }
    return tried;
  }

  private static DriverSelection chosen(Driver driver, String reason, List<String> tried) {
    return new DriverSelection(
        driver, new DriverInfo(driver.name(), driver.engineVersion(), reason, tried));
  }
}
