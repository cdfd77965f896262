package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;

/** One connection as lent to a piece of work; confined to that work's thread. */
public interface Session {
  /**
   * Checks a statement out of the connection's bounded cache (prepared when it is not there).
   * {@link DriverStatement#close} gives it back reset; it is really closed when evicted or no
   * longer reusable.
   */
  DriverStatement prepare(String sql);
}
