package dev.dbrazor.pool;

/**
 * What connections have done: how many there were, their loans, for how many of these one was open
 * and idle, and their statement caches.
 */
public record ConnectionTotals(long connections, long loans, long found, long hits, long misses) {
  static final ConnectionTotals ZERO = new ConnectionTotals(0, 0, 0, 0, 0);

  ConnectionTotals plus(ConnectionTotals other) {
    return new ConnectionTotals(
        connections + other.connections,
        loans + other.loans,
        found + other.found,
        hits + other.hits,
        misses + other.misses);
  }
}
