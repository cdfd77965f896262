package dev.dbrazor;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverProvider;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Chooses the driver, and remembers why. The one place where drivers are looked for. */
record DriverSelection(Driver driver, DriverInfo info) {
  private static final String NATIVE = "NATIVE";

  static DriverSelection choose(DriverChoice configured, EngineChoice engine) {
    // What a configuration asks for needs no environment, which a start takes a millisecond to
    // read.
    boolean open = configured == DriverChoice.AUTO;
    DriverRequest request = DriverRequest.of(configured, open ? System.getenv() : Map.of());
    return request.choice() == DriverChoice.JDBC
        ? jdbc(request.reason(), engine, List.of(), List.of())
        : choose(request, engine);
  }

  private static DriverSelection choose(DriverRequest request, EngineChoice engine) {
    Optional<Driver> found;
    try {
      found = findNative(engine);
    } catch (ServiceConfigurationError | LinkageError | DriverException e) {
      return instead(request, engine, NATIVE + ": " + reason(e), e);
    }
    if (found.isEmpty()) {
      return instead(request, engine, NATIVE + ": not on the class or module path", null);
    }
    boolean asked = request.choice() == DriverChoice.NATIVE;
    String reason = asked ? request.reason() : "the fastest one found";
    return chosen(found.get(), reason, List.of(), List.of());
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
      DriverRequest request, EngineChoice engine, String outcome, @Nullable Throwable cause) {
    if (request.choice() == DriverChoice.NATIVE) {
      String message =
          "The driver NATIVE was " + request.reason() + " and cannot be used; tried: " + outcome;
      throw new DriverException(ErrorDetails.of(ErrorCode.DRIVER, message), cause);
    }
    // Whoever ships one program for old and new Javas knows that the old ones use JDBC.
    boolean expected = cause == null || origin(cause) instanceof UnsupportedClassVersionError;
    String warning = "Going on with the driver JDBC; " + outcome;
    if (cause != null) {
      System.getLogger("dev.dbrazor.driver").log(expected ? Level.DEBUG : Level.WARNING, warning);
    }
    try {
      List<String> warnings = expected ? List.of() : List.of(warning);
      return jdbc("the only one found", engine, List.of(outcome), warnings);
    } catch (DriverException e) {
      throw neither(e, outcome, cause);
    }
  }

  private static DriverException neither(
      DriverException jdbc, String outcome, @Nullable Throwable cause) {
    String message = "No driver can be used; tried: " + outcome + "; JDBC: " + jdbc.getMessage();
    DriverException e = new DriverException(ErrorDetails.of(ErrorCode.DRIVER, message), jdbc);
    if (cause != null) {
      e.addSuppressed(cause);
    }
    return e;
  }

  private static DriverSelection jdbc(
      String reason, EngineChoice engine, List<String> tried, List<String> warnings) {
    return chosen(new JdbcDriver(engine), reason, tried, warnings);
  }

  /**
   * @param tried before it
   * @param warnings of those before it
   */
  private static DriverSelection chosen(
      Driver driver, String reason, List<String> tried, List<String> warnings) {
    List<String> outcomes = new ArrayList<>(tried);
    for (String outcome : driver.tried()) {
      outcomes.add(driver.name() + ": " + outcome);
    }
    List<String> doubts = new ArrayList<>(warnings);
    doubts.addAll(driver.warnings());
    return new DriverSelection(
        driver, new DriverInfo(driver.name(), driver.engineVersion(), reason, outcomes, doubts));
  }
}
