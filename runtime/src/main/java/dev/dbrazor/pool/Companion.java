package dev.dbrazor.pool;

/** Something in memory that was made from a file and goes with it as long as it is open. */
public interface Companion {
  /**
   * The file is about to be closed: the last moment to store something. Called once, outside a
   * transaction.
   */
  void closing(Sessions sessions);
}
