package dev.dbrazor.mapping;

import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverStatement;
import org.jspecify.annotations.Nullable;

/** A statement of one parameter and one column that are the same value: what was bound is read. */
final class OneValue implements DriverStatement {
  private @Nullable Object value;

  void set(@Nullable Object now) {
    value = now;
  }

  @Nullable Object value() {
    return value;
  }

  /** Binds a value of one of the engine's five types. */
  static void bind(DriverStatement to, int parameter, @Nullable Object value) {
    if (value instanceof Long number) {
      to.bindInt64(parameter, number);
    } else if (value instanceof Double number) {
      to.bindFloat64(parameter, number);
    } else if (value instanceof String text) {
      to.bindText(parameter, text);
    } else if (value instanceof byte[] bytes) {
      to.bindBlob(parameter, bytes);
    } else {
      to.bindNull(parameter);
    }
  }

  @Override
  public void bindNull(int parameter) {
    value = null;
  }

  @Override
  public void bindInt64(int parameter, long number) {
    value = number;
  }

  @Override
  public void bindFloat64(int parameter, double number) {
    value = number;
  }

  @Override
  public void bindText(int parameter, String text) {
    value = text;
  }

  @Override
  public void bindBlob(int parameter, byte[] bytes) {
    value = bytes;
  }

  @Override
  public int parameterCount() {
    return 1;
  }

  @Override
  public boolean step() {
    return true;
  }

  @Override
  public ColumnType type(int column) {
    if (value instanceof Long) {
      return ColumnType.INTEGER;
    } else if (value instanceof Double) {
      return ColumnType.FLOAT;
    } else if (value instanceof String) {
      return ColumnType.TEXT;
    }
    return value instanceof byte[] ? ColumnType.BLOB : ColumnType.NULL;
  }

  @Override
  public int columnCount() {
    return 1;
  }

  @Override
  public String columnName(int column) {
    return "value";
  }

  @Override
  public long int64(int column) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  @Override
  public double float64(int column) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  @Override
  public @Nullable String text(int column) {
    return value instanceof String text ? text : null;
  }

  @Override
  public byte @Nullable [] blob(int column) {
    return value instanceof byte[] bytes ? bytes : null;
  }

  @Override
  public long changes() {
    return 0;
  }

  @Override
  public void reset() {
    value = null;
  }

  @Override
  public boolean reusable() {
    return true;
  }

  @Override
  public void close() {}
}
