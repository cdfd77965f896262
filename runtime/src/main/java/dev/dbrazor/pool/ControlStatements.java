package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The statements that control one connection: BEGIN and its like, which nothing may stop, and the
 * engine's settings, which last as long as a body.
 */
final class ControlStatements {
  private final DriverConnection connection;
  private final StopConditions stops;
  private final Faults faults;
  private final LockWait locks;
  private final Map<String, DriverStatement> prepared = new HashMap<>();

  ControlStatements(
      DriverConnection connection, StopConditions stops, Faults faults, LockWait locks) {
    this.connection = connection;
    this.stops = stops;
    this.faults = faults;
    this.locks = locks;
  }

  void run(String sql) {
    DriverStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepare(sql);
      prepared.put(sql, statement);
    }
    stops.suspend(true);
    try {
      statement.step();
    } catch (LockTimeoutException found) {
      locks.stepAgain(statement, found);
    } finally {
      stops.suspend(false);
      if (statement.reusable()) {
        statement.reset();
      } else {
        prepared.remove(sql);
      }
    }
  }

  /**
   * Runs the body with foreign keys not enforced; the engine only takes that between transactions.
   */
  <T> T withoutForeignKeys(Supplier<T> body) {
    pragma("foreign_keys = OFF");
    try {
      return body.get();
    } finally {
      try {
        pragma("legacy_alter_table = OFF");
        pragma("foreign_keys = ON");
      } catch (DbRazorException e) {
        faults.breakDown();
      }
    }
  }

  private void pragma(String setting) {
    try (DriverStatement statement = connection.prepare("PRAGMA " + setting)) {
      statement.step();
    }
  }
}
