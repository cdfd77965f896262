package dev.dbrazor.pool;

import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverStatement;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A statement behind a gate: no thread is inside it any more once the gate is shut. */
final class GatedStatement implements DriverStatement {
  private final DriverStatement statement;
  private final Gate gate;

  GatedStatement(DriverStatement statement, Gate gate) {
    this.statement = statement;
    this.gate = gate;
  }

  DriverStatement inner() {
    return statement;
  }

  private <T extends @Nullable Object> T ask(Supplier<T> question) {
    gate.enter();
    try {
      return question.get();
    } finally {
      gate.leave();
    }
  }

  @Override
  public void bindNull(int parameter) {
    gate.pass(() -> statement.bindNull(parameter));
  }

  @Override
  public void bindInt64(int parameter, long value) {
    gate.pass(() -> statement.bindInt64(parameter, value));
  }

  @Override
  public void bindFloat64(int parameter, double value) {
    gate.pass(() -> statement.bindFloat64(parameter, value));
  }

  @Override
  public void bindText(int parameter, String value) {
    gate.pass(() -> statement.bindText(parameter, value));
  }

  @Override
  public void bindBlob(int parameter, byte[] value) {
    gate.pass(() -> statement.bindBlob(parameter, value));
  }

  @Override
  public int parameterCount() {
    return ask(() -> statement.parameterCount());
  }

  @Override
  public void readAhead() {
    gate.pass(() -> statement.readAhead());
  }

  @Override
  public boolean step() {
    return ask(() -> statement.step());
  }

  @Override
  public ColumnType type(int column) {
    return ask(() -> statement.type(column));
  }

  @Override
  public int columnCount() {
    return ask(() -> statement.columnCount());
  }

  @Override
  public String columnName(int column) {
    return ask(() -> statement.columnName(column));
  }

  @Override
  public long int64(int column) {
    return ask(() -> statement.int64(column));
  }

  @Override
  public double float64(int column) {
    return ask(() -> statement.float64(column));
  }

  @Override
  public @Nullable String text(int column) {
    return this.<@Nullable String>ask(() -> statement.text(column));
  }

  @Override
  public byte @Nullable [] blob(int column) {
    return this.<byte @Nullable []>ask(() -> statement.blob(column));
  }

  @Override
  public long changes() {
    return ask(() -> statement.changes());
  }

  @Override
  public void reset() {
    gate.pass(() -> statement.reset());
  }

  @Override
  public boolean reusable() {
    return ask(() -> statement.reusable());
  }

  /** Who shut the gate has closed it, or will. */
  @Override
  public void close() {
    if (gate.isOpen()) {
      gate.pass(statement::close);
    }
  }
}
