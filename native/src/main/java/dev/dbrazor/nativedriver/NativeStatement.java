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
  private final NativeConnection connection;
  private final Gate gate;
  private final String sql;
  private final int columns;
  private final int parameters;
  private final boolean changesRows;

  /** Null where the engine copies no rows: each column is then asked for. */
  private final @Nullable CopiedRows copied;

  private final AskedRow asked;

  /** 0 when it is closed. */
  private long statement;

  /** How many rows to fetch in one call. */
  private int most = 1;

  /** Whether the engine stands on a row: the last one that was copied. */
  private boolean running;

  private boolean done;

  /** What ended the run, to be thrown behind the rows that were copied before. */
  private @Nullable DbRazorException failure;

  private long changes;

  /** To be called inside the gate. */
  NativeStatement(NativeConnection connection, long statement, String sql) {
    this.connection = connection;
    this.gate = connection.gate();
    this.statement = statement;
    this.sql = sql;
    this.columns = StatementCalls.columns(statement);
    this.parameters = StatementCalls.parameters(statement);
    this.changesRows = SqlText.of(sql).changesRows();
    RowBuffer rows = connection.rows();
    this.copied = rows == null || columns == 0 ? null : new CopiedRows(columns, rows);
    this.asked = new AskedRow(connection, sql, copied);
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
  public void readAhead() {
    if (copied != null && connection.readsAhead()) {
      most = RowBuffer.rows(columns);
    }
  }

  @Override
  public boolean step() {
    CopiedRows rows = copied();
    if (rows != null && rows.next()) {
      return true;
    }
    enter();
    try {
      if (failure == null && !done && advance()) {
        return true;
      }
      DbRazorException error = failure;
      failure = null;
      if (error != null) {
        throw error;
      }
      return false;
    } finally {
      gate.leave();
    }
  }

  private boolean advance() {
    int code = connection.step(statement, copied, most, running);
    running = code == Codes.ROW;
    if (!running) {
      end(code);
    }
    return copied == null ? running : copied.next();
  }

  /** The engine keeps a failed statement open until it is reset. */
  private void end(int code) {
    failure = code == Codes.DONE ? null : connection.error(code, sql);
    if (failure == null && changesRows) {
      changes = connection.changes();
    }
    StatementCalls.reset(statement);
    done = !(failure instanceof LockTimeoutException);
  }

  @Override
  public ColumnType type(int column) {
    CopiedRows rows = copied();
    if (rows != null && rows.has(column)) {
      return StorageClass.type(rows.storage(column));
    }
    enterRow(column);
    try {
      return StorageClass.type(ColumnCalls.type(statement, column));
    } finally {
      gate.leave();
    }
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
    CopiedRows rows = copied();
    if (rows != null && rows.holds(StorageClass.INTEGER, column)) {
      return rows.int64(column);
    }
    enterRow(column);
    try {
      return asked.int64(statement, running, column);
    } finally {
      leaveRow();
    }
  }

  @Override
  public double float64(int column) {
    CopiedRows rows = copied();
    if (rows != null && rows.holds(StorageClass.FLOAT, column)) {
      return rows.float64(column);
    }
    enterRow(column);
    try {
      return asked.float64(statement, running, column);
    } finally {
      leaveRow();
    }
  }

  @Override
  public @Nullable String text(int column) {
    CopiedRows rows = copied();
    if (rows != null && rows.holdsBytes(StorageClass.TEXT, column)) {
      return rows.text(column);
    }
    enterRow(column);
    try {
      return asked.text(statement, running, column);
    } finally {
      leaveRow();
    }
  }

  @Override
  public byte @Nullable [] blob(int column) {
    CopiedRows rows = copied();
    if (rows != null && rows.holdsBytes(StorageClass.BLOB, column)) {
      return rows.blob(column);
    }
    enterRow(column);
    try {
      return asked.blob(statement, running, column);
    } finally {
      leaveRow();
    }
  }

  /** Null where each column is to be asked for. */
  private @Nullable CopiedRows copied() {
    return statement == 0 ? null : copied;
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
    if (copied != null) {
      copied.clear();
    }
    most = 1;
    running = false;
    done = false;
    failure = null;
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
    boolean stands = copied == null ? running : copied.has(column);
    if (!stands || column < 0 || column >= columns) {
      gate.leave();
      requireColumn(column);
      throw wrong(Codes.RANGE, "There is no current row");
    }
  }

  private void leaveRow() {
    asked.end();
    gate.leave();
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
