package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The statements that control one connection: BEGIN and its like, which nothing may stop, and the
 * engine's settings, which last as long as a body.
 */
final class ControlStatements {
  private final DriverConnection connection;
  private final StopConditions stops;
  private final Faults faults;
  private final Map<String, DriverStatement> prepared = new HashMap<>();

  ControlStatements(DriverConnection connection, StopConditions stops, Faults faults) {
    this.connection = connection;
    this.stops = stops;
    this.faults = faults;
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
    } finally {
      stops.suspend(false);
      if (statement.reusable()) {
        statement.reset();
      } else {
        prepared.remove(sql);
      }
    }
  }

  /** Runs the body so that the engine, too, waits for other processes no longer than this. */
  <T extends @Nullable Object, X extends Throwable> T waitingUntil(
      Deadline until, Duration usualWait, TransactionBody<T, X> body) throws X {
    if (until == Deadline.NONE) {
      return body.run();
    }
    waitForOthers(until.atMost(usualWait.toNanos()));
    try {
      return body.run();
    } catch (LockTimeoutException e) {
      throw until.explain(e);
    } finally {
      waitForOthers(usualWait.toNanos());
    }
  }

  private void waitForOthers(long nanos) {
    try {
      pragma("busy_timeout = " + TimeUnit.NANOSECONDS.toMillis(nanos));
    } catch (DbRazorException e) {
      faults.breakDown();
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
