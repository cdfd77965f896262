package dev.dbrazor.pool;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.TransactionStateException;
import dev.dbrazor.driver.DriverStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement as lent out: one object for each loan, so that one used after it was given back is
 * found out.
 */
final class PooledStatement extends ForwardingStatement {
  private final PooledConnection connection;
  private final Deadline deadline;

  private @Nullable CachedStatement cached;

  private boolean stepped;

  /** The only thread that may step it; null where that is not looked after. */
  private @Nullable Thread owner;

  PooledStatement(PooledConnection connection, CachedStatement cached, Deadline deadline) {
    this.connection = connection;
    this.deadline = deadline;
    this.cached = cached;
  }

  /** From now on of this thread only. */
  void confine() {
    owner = Thread.currentThread();
  }

  private static void requireOwner(Thread only) {
    if (only != Thread.currentThread()) {
      throw new TransactionStateException(
          "A stream opened in a transaction is read and closed by its thread, '"
              + only.getName()
              + "'; collect it there, or use Database.begin() to go to another thread");
    }
  }

  @Override
  protected DriverStatement open() {
    return cached().statement;
  }

  CachedStatement cached() {
    CachedStatement current = cached;
    if (current == null) {
      throw new CursorClosedException(
          "The cursor is closed, or the transaction it was opened in has ended");
    }
    return current;
  }

  @Override
  public boolean step() {
    CachedStatement current = cached();
    Thread only = owner;
    if (only != null) {
      requireOwner(only);
    }
    connection.faults().requireUsable();
    try {
      boolean row = step(current);
      stepped = true;
      return row;
    } catch (DbRazorException e) {
      throw connection.stepFailed(e, deadline);
    }
  }

  private boolean step(CachedStatement current) {
    try {
      return deadline == Deadline.NONE
          ? current.statement.step()
          : connection.stops().stepWithin(current, deadline);
    } catch (LockTimeoutException found) {
      if (stepped) {
        throw found;
      }
      return connection.locks().stepAgain(current.statement, found);
    }
  }

  @Override
  public void close() {
    CachedStatement current = cached;
    if (current != null) {
      cached = null;
      connection.giveBack(this, current);
    }
  }
}
