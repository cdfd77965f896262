package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;
import org.jspecify.annotations.Nullable;

/**
 * Notices every commit: on a connection of its own, that never writes, since the engine's number
 * tells a connection of all changes but its own.
 */
final class StateSensor {
  private final PooledSessions pool;
  private @Nullable DriverStatement version;

  StateSensor(PooledSessions pool) {
    this.pool = pool;
  }

  synchronized long version() {
    DriverStatement statement = version;
    if (statement == null) {
      statement = pool.openSensor().upkeep("PRAGMA data_version");
      version = statement;
    }
    statement.step();
    long now = statement.int64(0);
    statement.reset();
    return now;
  }
}
