package dev.dbrazor.nativedriver;

/**
 * Has the engine convert a value of a row that the value's own statement has left behind. Used
 * inside the gate.
 */
final class Conversion {
  private static final String SQL = "SELECT ?";

  private final NativeConnection connection;

  /** 0 as long as there was nothing to convert. */
  private long statement;

  private boolean running;

  Conversion(NativeConnection connection) {
    this.connection = connection;
  }

  /** A statement whose only column holds the value, until {@link #end}. */
  long of(CopiedRows row, int column) {
    if (statement == 0) {
      statement = connection.compile(SQL);
    }
    connection.check(bind(row, column), SQL);
    running = true;
    int code = connection.step(statement, null, 1, false);
    if (code != Codes.ROW) {
      throw connection.error(code, SQL);
    }
    return statement;
  }

  private int bind(CopiedRows row, int column) {
    return switch (row.storage(column)) {
      case StorageClass.INTEGER -> BindCalls.int64(statement, 1, row.int64(column));
      case StorageClass.FLOAT -> BindCalls.float64(statement, 1, row.float64(column));
      case StorageClass.TEXT -> BindCalls.text(statement, 1, row.bytes(column));
      case StorageClass.BLOB -> BindCalls.blob(statement, 1, row.bytes(column));
      default -> BindCalls.nothing(statement, 1);
    };
  }

  /** Nothing is left that the connection would take for a statement that runs. */
  void end() {
    if (running) {
      running = false;
      StatementCalls.reset(statement);
    }
  }

  void close() {
    if (statement != 0) {
      StatementCalls.close(statement);
      statement = 0;
    }
  }
}
