package dev.dbrazor;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Chooses the driver, and remembers why. The one place where drivers are looked for. */
record DriverSelection(Driver driver, DriverInfo info) {
  private static final String NATIVE = "NATIVE";

  static DriverSelection choose(DriverChoice choice) {
    List<String> tried = new ArrayList<>();
    if (choice != DriverChoice.JDBC) {
      Optional<Driver> found = findNative();
      tried.add(NATIVE + ": " + (found.isPresent() ? "found" : "not on the class or module path"));
      if (found.isPresent()) {
        return chosen(
            found.get(),
            choice == DriverChoice.NATIVE ? "asked for" : "the fastest one found",
            tried);
      }
      if (choice == DriverChoice.NATIVE) {
        throw new DriverException(
            "The driver NATIVE was asked for and is not there; tried: " + tried);
      }
    }
    Driver jdbc = new JdbcDriver();
    tried.add(jdbc.name() + ": loaded");
    return chosen(jdbc, choice == DriverChoice.JDBC ? "asked for" : "the only one found", tried);
  }

  private static Optional<Driver> findNative() {
    return ServiceLoader.load(Driver.class, DriverSelection.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.name().equals(NATIVE))
        .findFirst();
  }

  private static DriverSelection chosen(Driver driver, String reason, List<String> tried) {
    return new DriverSelection(
        driver, new DriverInfo(driver.name(), driver.engineVersion(), reason, tried));
  }
}
