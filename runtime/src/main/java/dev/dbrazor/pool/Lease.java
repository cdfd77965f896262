package dev.dbrazor.pool;

/** A connection held longer than one call, for a cursor. Closing it twice is harmless. */
public interface Lease extends AutoCloseable {
  Session session();

  @Override
  void close();
}
