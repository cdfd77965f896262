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
  /** SQLite's numbers are INTEGER 1, FLOAT 2, TEXT 3, BLOB 4, NULL 5. */
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

  /** Null where the engine copies no rows: each column is then asked for. */
  private final @Nullable CopiedRow copied;

  /** The same as long as there is a current row. */
  private @Nullable CopiedRow row;

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
    RowBuffer rows = connection.rows();
    this.copied = rows == null || columns == 0 ? null : new CopiedRow(columns, rows);
  }

  @Override
  public void bindNull(int parameter) {
    enter(parameter);
    try {
      connection.check(BindCalls.nothing(statement, parameter), sql);
    } finally {
      gate.leave();
    }
  }

  @Override
  public void bindInt64(int parameter, long value) {
    enter(parameter);
    try {
      connection.check(BindCalls.int64(statement, parameter, value), sql);
    } finally {
      gate.leave();
    }
  }

  @Override
  public void bindFloat64(int parameter, double value) {
    enter(parameter);
    try {
      connection.check(BindCalls.float64(statement, parameter, value), sql);
    } finally {
      gate.leave();
    }
  }

  @Override
  public void bindText(int parameter, String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    enter(parameter);
    try {
      connection.check(BindCalls.text(statement, parameter, utf8), sql);
    } finally {
      gate.leave();
    }
  }

  @Override
  public void bindBlob(int parameter, byte[] value) {
    enter(parameter);
    try {
      connection.check(BindCalls.blob(statement, parameter, value), sql);
    } finally {
      gate.leave();
    }
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
      int code = connection.step(statement, columns, running);
      running = code == Codes.ROW;
      takeRow();
      return running || ended(code);
    } finally {
      gate.leave();
    }
  }

  private void takeRow() {
    CopiedRow taken = running ? copied : null;
    if (taken != null) {
      taken.take();
    }
    row = taken;
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
    CopiedRow current = row;
    if (current != null && current.has(column)) {
      return typeOf(current.storage(column));
    }
    enterRow(column);
    try {
      return typeOf(ColumnCalls.type(statement, column));
    } finally {
      gate.leave();
    }
  }

  private static ColumnType typeOf(int storage) {
    return TYPES[storage % TYPES.length];
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
    CopiedRow current = row;
    if (current != null && current.holds(CopiedRow.INTEGER, column)) {
      return current.int64(column);
    }
    enterRow(column);
    try {
      return ColumnCalls.int64(statement, column);
    } finally {
      gate.leave();
    }
  }

  @Override
  public double float64(int column) {
    CopiedRow current = row;
    if (current != null && current.holds(CopiedRow.FLOAT, column)) {
      return current.float64(column);
    }
    enterRow(column);
    try {
      return ColumnCalls.float64(statement, column);
    } finally {
      gate.leave();
    }
  }

  @Override
  public @Nullable String text(int column) {
    CopiedRow current = row;
    if (current != null && current.holdsBytes(CopiedRow.TEXT, column)) {
      return current.text(column);
    }
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
    CopiedRow current = row;
    if (current != null && current.holdsBytes(CopiedRow.BLOB, column)) {
      return current.blob(column);
    }
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
    if (ColumnCalls.type(statement, column) == CopiedRow.NULL) {
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
    row = null;
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
      row = null;
      StatementCalls.close(freed);
    }
  }

  private void enter() {
    gate.enter();
    if (statement == 0) {
      gate.leave();
      throw wrong(Codes.MISUSE, "The statement is closed");
    }
  }

  private void enter(int parameter) {
    if (parameter < 1 || parameter > parameters) {
      throw wrong(
          Codes.MISUSE,
          "Parameter " + parameter + " does not exist; the statement has " + parameters);
    }
    enter();
  }

  private void enterRow(int column) {
    enter();
    if (!running || column < 0 || column >= columns) {
      gate.leave();
      requireColumn(column);
      throw wrong(Codes.RANGE, "There is no current row");
    }
  }

  private void requireColumn(int column) {
    if (column < 0 || column >= columns) {
      throw wrong(Codes.RANGE, "Column " + column + " does not exist; the row has " + columns);
    }
  }

  private DbRazorException wrong(int code, String message) {
    return EngineErrors.of(code, message, sql, null);
  }
}
