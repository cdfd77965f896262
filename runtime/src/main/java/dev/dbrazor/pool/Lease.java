package dev.dbrazor.pool;

/**
 * A connection held longer than one call, for a cursor. Closing it twice is harmless; forgetting it
 * is reported, so keep it reachable as long as its statements are used.
 */
public interface Lease extends AutoCloseable {
  Session session();

  @Override
  void close();
}
