package dev.dbrazor.pool;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverStatement;
import java.nio.file.Path;
import java.time.Duration;

/** What tests of pools have in common. */
public final class TestPool {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private TestPool() {}

  /** Two readers, three statements for each connection, waits of five seconds. */
  public static PoolSettings settings(Driver driver, Path file) {
    return settings(driver, file, PATIENCE, PATIENCE, PATIENCE);
  }

  /** The same with other waits. */
  static PoolSettings settings(
      Driver driver, Path file, Duration busyTimeout, Duration lockTimeout, Duration closeTimeout) {
    return new PoolSettings(
        driver,
        file,
        false,
        false,
        PoolSettings.Synchronous.NORMAL,
        2,
        busyTimeout,
        lockTimeout,
        closeTimeout,
        3,
        1 << 20,
        false);
  }

  /** Runs a statement to its first row, if it has one. */
  public static boolean step(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      return statement.step();
    }
  }
}
