package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.pool.Sessions;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How the queries of one collection reach the database.
 *
 * @param supplier the connections; asked anew by each run, which may have a deadline of its own
 * @param shapes the texts of earlier queries
 */
record Access(Supplier<Sessions> supplier, Shapes shapes) {
  Sessions sessions() {
    return supplier.get();
  }

  /** The same for queries with a deadline, whose clock starts with each run. */
  Access within(Duration timeout) {
    Arguments.notNull(timeout, "timeout");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new InvalidArgumentException("timeout must be positive: " + timeout);
    }
    return new Access(() -> supplier.get().within(timeout), shapes);
  }

  /** The same for queries that may read all of a large table. */
  Access allowingScans() {
    return new Access(() -> supplier.get().unguarded(), shapes);
  }

  BoundSql finish(SqlWriter out) {
    return out.finish(shapes);
  }
}
