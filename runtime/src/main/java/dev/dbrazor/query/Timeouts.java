package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.pool.Sessions;
import java.time.Duration;
import java.util.function.Supplier;

/** Deadlines of queries: each run of one gets sessions whose clock starts with it. */
final class Timeouts {
  private Timeouts() {}

  static Supplier<Sessions> within(Duration timeout, Supplier<Sessions> sessions) {
    Arguments.notNull(timeout, "timeout");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new InvalidArgumentException("timeout must be positive: " + timeout);
    }
    return () -> sessions.get().within(timeout);
  }
}
