package dev.dbrazor.pool;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement as lent out: one object for each loan, so that one used after it was given back is
 * found out.
 */
final class PooledStatement implements DriverStatement {
  private final PooledConnection connection;
  private final Deadline deadline;

  private @Nullable CachedStatement cached;

  PooledStatement(PooledConnection connection, CachedStatement cached, Deadline deadline) {
    this.connection = connection;
    this.deadline = deadline;
    this.cached = cached;
  }

  private DriverStatement open() {
    return cached().statement;
  }

  private CachedStatement cached() {
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

  @Override
  public void bindNull(int parameter) {
    open().bindNull(parameter);
  }

  @Override
  public void bindInt64(int parameter, long value) {
    open().bindInt64(parameter, value);
  }

  @Override
  public void bindFloat64(int parameter, double value) {
    open().bindFloat64(parameter, value);
  }

  @Override
  public void bindText(int parameter, String value) {
    open().bindText(parameter, value);
  }

  @Override
  public void bindBlob(int parameter, byte[] value) {
    open().bindBlob(parameter, value);
  }

  @Override
  public int parameterCount() {
    return open().parameterCount();
  }

  @Override
  public ColumnType type(int column) {
    return open().type(column);
  }

  @Override
  public int columnCount() {
    return open().columnCount();
  }

  @Override
  public String columnName(int column) {
    return open().columnName(column);
  }

  @Override
  public long int64(int column) {
    return open().int64(column);
  }

  @Override
  public double float64(int column) {
    return open().float64(column);
  }

  @Override
  public @Nullable String text(int column) {
    return open().text(column);
  }

  @Override
  public byte @Nullable [] blob(int column) {
    return open().blob(column);
  }

  @Override
  public long changes() {
    return open().changes();
  }

  @Override
  public void reset() {
    open().reset();
  }

  @Override
  public boolean reusable() {
    return open().reusable();
  }
}
