package dev.dbrazor.nativedriver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.EngineErrors;
import dev.dbrazor.driver.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * One of the engine's statements. Its pointer is only read inside the gate, where nobody can be
 * freeing it.
 */
final class NativeStatement implements DriverStatement {
  private static final ColumnType[] TYPES = {
    ColumnType.NULL, ColumnType.INTEGER, ColumnType.FLOAT, ColumnType.TEXT, ColumnType.BLOB
  };

  private final NativeConnection connection;
  private final Gate gate;
  private final Memory memory;
  private final String sql;
  private final int columns;
  private final int parameters;
  private final boolean changesRows;

  /** 0 when it is closed. */
  private long statement;

  private boolean running;
  private boolean done;
  private long changes;

  /** To be called inside the gate. */
  NativeStatement(NativeConnection connection, long statement, String sql) {
    this.connection = connection;
    this.gate = connection.gate();
    this.memory = connection.memory();
    this.statement = statement;
    this.sql = sql;
    this.columns = StatementCalls.columns(statement);
    this.parameters = StatementCalls.parameters(statement);
    this.changesRows = SqlText.of(sql).changesRows();
  }

  @Override
  public void bindNull(int parameter) {
    enter(parameter);
    try {
      check(BindCalls.nothing(statement, parameter));
    } finally {
      gate.leave();
    }
  }

  @Override
  public void bindInt64(int parameter, long value) {
    enter(parameter);
    try {
      check(BindCalls.int64(statement, parameter, value));
    } finally {
      gate.leave();
    }
  }

  @Override
  public void bindFloat64(int parameter, double value) {
    enter(parameter);
    try {
      check(BindCalls.float64(statement, parameter, value));
    } finally {
      gate.leave();
    }
  }

  @Override
  public void bindText(int parameter, String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    enter(parameter);
    try {
      check(BindCalls.text(statement, parameter, utf8));
    } finally {
      gate.leave();
    }
  }

  @Override
  public void bindBlob(int parameter, byte[] value) {
    enter(parameter);
    try {
      check(BindCalls.blob(statement, parameter, value));
    } finally {
      gate.leave();
    }
  }

  private void check(int code) {
    connection.check(code, sql);
  }

  @Override
  public int parameterCount() {
    return parameters;
  }

  @Override
  public boolean step() {
    enter();
    try {
      if (done) {
        return false;
      }
      int code = connection.step(statement, running);
      running = code == Codes.ROW;
      return running || ended(code);
    } finally {
      gate.leave();
    }
  }

  /** False, or the error. The engine keeps a failed statement open until it is reset. */
  private boolean ended(int code) {
    DbRazorException error = code == Codes.DONE ? null : connection.error(code, sql);
    if (error == null && changesRows) {
      changes = connection.changes();
    }
    StatementCalls.reset(statement);
    done = !(error instanceof LockTimeoutException);
    if (error != null) {
      throw error;
    }
    return false;
  }

  @Override
  public ColumnType type(int column) {
    enterRow(column);
    try {
      return typeOf(column);
    } finally {
      gate.leave();
    }
  }

  /** SQLite's numbers are INTEGER 1, FLOAT 2, TEXT 3, BLOB 4, NULL 5. */
  private ColumnType typeOf(int column) {
    return TYPES[ColumnCalls.type(statement, column) % TYPES.length];
  }

  @Override
  public int columnCount() {
    return columns;
  }

  @Override
  public String columnName(int column) {
    enter();
    try {
      requireColumn(column);
      return ColumnCalls.name(statement, column);
    } finally {
      gate.leave();
    }
  }

  @Override
  public long int64(int column) {
    enterRow(column);
    try {
      return ColumnCalls.int64(statement, column);
    } finally {
      gate.leave();
    }
  }

  @Override
  public double float64(int column) {
    enterRow(column);
    try {
      return ColumnCalls.float64(statement, column);
    } finally {
      gate.leave();
    }
  }

  @Override
  public @Nullable String text(int column) {
    enterRow(column);
    try {
      long address = ColumnCalls.text(statement, column);
      if (address == 0) {
        return isNull(column) ? null : "";
      }
      return memory.text(address, ColumnCalls.bytes(statement, column));
    } finally {
      gate.leave();
    }
  }

  @Override
  public byte @Nullable [] blob(int column) {
    enterRow(column);
    try {
      long address = ColumnCalls.blob(statement, column);
      if (address == 0) {
        return isNull(column) ? null : new byte[0];
      }
      return Memory.bytes(address, ColumnCalls.bytes(statement, column));
    } finally {
      gate.leave();
    }
  }

  /** A null pointer stands for NULL, for an empty BLOB, and for a lack of memory. */
  private boolean isNull(int column) {
    if (typeOf(column) == ColumnType.NULL) {
      return true;
    }
    if (connection.errorCode() == Codes.NOMEM) {
      throw connection.error(Codes.NOMEM, sql);
    }
    return false;
  }

  @Override
  public long changes() {
    return changes;
  }

  @Override
  public void reset() {
    if (gate.tryEnter()) {
      try {
        if (statement != 0) {
          if (running) {
            StatementCalls.reset(statement);
          }
          if (parameters > 0) {
            StatementCalls.clearBindings(statement);
          }
        }
      } finally {
        gate.leave();
      }
    }
    running = false;
    done = false;
    changes = 0;
  }

  @Override
  public boolean reusable() {
    return statement != 0;
  }

  @Override
  public void close() {
    if (gate.tryEnter()) {
      try {
        connection.forget(this);
        free();
      } finally {
        gate.leave();
      }
    }
  }

  /** To be called where nobody else is inside the gate, or after it was shut. */
  void free() {
    if (statement != 0) {
      long freed = statement;
      statement = 0;
      StatementCalls.close(freed);
    }
  }

  private void enter() {
    gate.enter();
    if (statement == 0) {
      gate.leave();
      throw EngineErrors.of(Codes.MISUSE, "The statement is closed", sql, null);
    }
  }

  private void enter(int parameter) {
    if (parameter < 1 || parameter > parameters) {
      throw EngineErrors.of(
          Codes.MISUSE,
          "Parameter " + parameter + " does not exist; the statement has " + parameters,
          sql,
          null);
    }
    enter();
  }

  private void enterRow(int column) {
    enter();
    if (!running || column < 0 || column >= columns) {
      gate.leave();
      requireColumn(column);
      throw EngineErrors.of(Codes.RANGE, "There is no current row", sql, null);
    }
  }

  private void requireColumn(int column) {
    if (column < 0 || column >= columns) {
      throw EngineErrors.of(
          Codes.RANGE, "Column " + column + " does not exist; the row has " + columns, sql, null);
    }
  }
}
