package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;

/** One connection as lent to a piece of work; confined to that work's thread. */
public interface Session {
  /**
   * Checks a statement out of the connection's bounded cache (prepared when it is not there).
   * {@link DriverStatement#close} gives it back reset; it is really closed when evicted or no
   * longer reusable.
   */
  default DriverStatement prepare(String sql) {
    return prepare(sql, Deadline.NONE);
  }

  /** As {@link #prepare(String)}; the statement fails when it is stepped past the deadline. */
  DriverStatement prepare(String sql, Deadline deadline);

  /** The same without a guard against full scans. */
  default Session unguarded() {
    return this;
  }
}
