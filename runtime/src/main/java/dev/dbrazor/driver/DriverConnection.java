package dev.dbrazor.driver;

import java.util.function.BooleanSupplier;

/**
 * One connection to one file. Confined to one thread at a time, except {@link #interrupt} and
 * {@link #close}: a statement used after its connection was closed throws, it never touches freed
 * memory.
 */
public interface DriverConnection extends AutoCloseable {
  /** Compiles one statement; text after it is not looked at. */
  DriverStatement prepare(String sql);

  /**
   * Whether the engine is inside a transaction: after some errors it has rolled back on its own.
   */
  boolean inTransaction();

  /**
   * Ends the statements now running on this connection, from any thread; they fail as interrupted.
   */
  void interrupt();

  /**
   * Asks, on the thread that runs a statement and each 10,000 steps of the engine's machine,
   * whether to stop: at true this statement fails as interrupted, and no other. It must not throw
   * nor use the connection. A short statement is mostly not asked about, so this costs it nothing.
   */
  void stopWhen(BooleanSupplier asked);

  /** Rolls back what is open and releases the file. Idempotent. */
  @Override
  void close();
}
