package dev.dbrazor.pool;

import java.lang.System.Logger;

/**
 * Where the pool tells what nobody can be thrown; loaded by the first word, as logging starts
 * slowly.
 */
final class PoolLog {
  static final Logger LOG = System.getLogger("dev.dbrazor.pool");

  private PoolLog() {}
}
