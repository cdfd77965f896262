package dev.dbrazor.pool;

/** Is told of threads that had to wait for a connection, on the thread that did. */
@FunctionalInterface
public interface WaitListener {
  /**
   * @param writing whether for the one that writes
   * @param acquired false when in vain
   */
  void waited(boolean writing, long nanos, boolean acquired);
}
