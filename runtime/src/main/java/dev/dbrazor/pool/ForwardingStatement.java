package dev.dbrazor.pool;

import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverStatement;
import org.jspecify.annotations.Nullable;

/** Passes on everything but running and closing. */
public abstract class ForwardingStatement implements DriverStatement {
  /** The statement that does the work; throws when it was given back. */
  protected abstract DriverStatement open();

  @Override
  public final void bindNull(int parameter) {
    open().bindNull(parameter);
  }

  @Override
  public final void bindInt64(int parameter, long value) {
    open().bindInt64(parameter, value);
  }

  @Override
  public final void bindFloat64(int parameter, double value) {
    open().bindFloat64(parameter, value);
  }

  @Override
  public final void bindText(int parameter, String value) {
    open().bindText(parameter, value);
  }

  @Override
  public final void bindBlob(int parameter, byte[] value) {
    open().bindBlob(parameter, value);
  }

  @Override
  public final int parameterCount() {
    return open().parameterCount();
  }

  @Override
  public final void readAhead() {
    open().readAhead();
  }

  @Override
  public final ColumnType type(int column) {
    return open().type(column);
  }

  @Override
  public final int columnCount() {
    return open().columnCount();
  }

  @Override
  public final String columnName(int column) {
    return open().columnName(column);
  }

  @Override
  public final long int64(int column) {
    return open().int64(column);
  }

  @Override
  public final double float64(int column) {
    return open().float64(column);
  }

  @Override
  public final @Nullable String text(int column) {
    return open().text(column);
  }

  @Override
  public final byte @Nullable [] blob(int column) {
    return open().blob(column);
  }

  @Override
  public final long changes() {
    return open().changes();
  }

  @Override
  public final void reset() {
    open().reset();
  }

  @Override
  public final boolean reusable() {
    return open().reusable();
  }
}
