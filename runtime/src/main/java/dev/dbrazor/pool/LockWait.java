package dev.dbrazor.pool;

import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How one connection waits for the locks of other processes. The engine pauses longer and longer,
 * up to 100 ms: beside a process that writes all the time it hardly ever asks in the moment between
 * two commits. So it waits for {@link #ENGINE_MILLIS} only, and is asked again and again.
 */
final class LockWait {
  /** The engine's first pauses: 1, 2 and 5 ms. */
  static final int ENGINE_MILLIS = 8;

  private final DriverConnection connection;
  private final PoolState pool;
  private final long usual;
  private long nanos;

  /**
   * The waiting of one connection.
   *
   * @param usual without a deadline; zero: the engine waits by itself
   */
  LockWait(DriverConnection connection, PoolState pool, Duration usual) {
    this.connection = connection;
    this.pool = pool;
    this.usual = usual.toNanos();
    this.nanos = this.usual;
  }

  /** Runs the body so that it waits for other processes no longer than this. */
  <T extends @Nullable Object, X extends Throwable> T until(
      Deadline end, TransactionBody<T, X> body) throws X {
    nanos = end.atMost(usual);
    try {
      return body.run();
    } catch (LockTimeoutException e) {
      throw end.explain(e);
    } finally {
      nanos = usual;
    }
  }

  /** Steps a statement again that has done nothing yet but to find a lock. */
  boolean stepAgain(DriverStatement statement, LockTimeoutException found) {
    long end = System.nanoTime() + nanos - TimeUnit.MILLISECONDS.toNanos(ENGINE_MILLIS);
    LockTimeoutException last = found;
    while (System.nanoTime() - end < 0 && !connection.inTransaction() && !pool.closing()) {
      try {
        return statement.step();
      } catch (LockTimeoutException e) {
        last = e;
      }
    }
    throw last;
  }
}
