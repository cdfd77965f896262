package dev.dbrazor.pool;

/**
 * What all connections of a pool look at: whether it is closing, and how often the schema was
 * changed through it.
 */
final class PoolState {
  private volatile boolean closing;
  private volatile int schemaChanges;

  boolean closing() {
    return closing;
  }

  void close() {
    closing = true;
  }

  int schemaChanges() {
    return schemaChanges;
  }

  synchronized void schemaChanged() {
    schemaChanges++;
  }
}
