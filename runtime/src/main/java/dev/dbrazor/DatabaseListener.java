package dev.dbrazor;

import java.time.Duration;

/**
 * Is told what happens in a database; see {@link Database#addListener}. Called on the thread that
 * did the work, from several threads at once, after the work and its connection are done with. What
 * a listener throws is logged and changes nothing.
 */
public interface DatabaseListener {
  /**
   * A statement took longer than the threshold; also one that failed. Inside a transaction this is
   * called before its end. What the listener itself asks the database is not reported.
   */
  default void slowQuery(SlowQuery query) {}

  /**
   * A statement has ended, one that failed included. Its connection is still in use, so this must
   * be quick. While there is any listener, this costs two looks at the clock for each statement.
   */
  default void statement(StatementEvent event) {}

  /**
   * An outermost transaction opened by {@code transaction} or {@code readTransaction} has ended.
   */
  default void transaction(TransactionEvent event) {}

  /** {@link Database#checkpoint} has moved the log into the file. */
  default void checkpoint(Duration elapsed) {}

  /**
   * A thread has waited for a connection. It holds the connection it waited for, so this must be
   * quick.
   */
  default void connectionWait(ConnectionWait wait) {}

  /** A migration has ended; see {@link Migrations}. */
  default void migration(MigrationEvent event) {}
}
