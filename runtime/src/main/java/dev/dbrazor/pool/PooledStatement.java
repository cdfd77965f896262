package dev.dbrazor.pool;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.DbRazorException;
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

  PooledStatement(PooledConnection connection, CachedStatement cached, Deadline deadline) {
    this.connection = connection;
    this.deadline = deadline;
    this.cached = cached;
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
    connection.requireUsable();
    try {
      return deadline == Deadline.NONE
          ? current.statement.step()
          : connection.stepWithin(current, deadline);
    } catch (DbRazorException e) {
      throw connection.failed(e, deadline);
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
