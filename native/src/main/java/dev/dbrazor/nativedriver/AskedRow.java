package dev.dbrazor.nativedriver;

import org.jspecify.annotations.Nullable;

/**
 * The columns of a statement's current row as the engine is asked for them: what was not copied,
 * and what it has to convert. Used inside the gate; the engine must be told the {@link #end}.
 */
final class AskedRow {
  private final NativeConnection connection;
  private final Conversion conversion;
  private final String sql;

  /** Null where each column is asked for. */
  private final @Nullable CopiedRows copied;

  AskedRow(NativeConnection connection, String sql, @Nullable CopiedRows copied) {
    this.connection = connection;
    this.conversion = connection.conversion();
    this.sql = sql;
    this.copied = copied;
  }

  long int64(long statement, boolean running, int column) {
    long from = holder(statement, running, column);
    return ColumnCalls.int64(from, place(from, statement, column));
  }

  double float64(long statement, boolean running, int column) {
    long from = holder(statement, running, column);
    return ColumnCalls.float64(from, place(from, statement, column));
  }

  @Nullable String text(long statement, boolean running, int column) {
    long from = holder(statement, running, column);
    int at = place(from, statement, column);
    long address = ColumnCalls.text(from, at);
    if (address == 0) {
      return isNull(from, at) ? null : "";
    }
    return connection.memory().text(address, ColumnCalls.bytes(from, at));
  }

  byte @Nullable [] blob(long statement, boolean running, int column) {
    long from = holder(statement, running, column);
    int at = place(from, statement, column);
    long address = ColumnCalls.blob(from, at);
    if (address == 0) {
      return isNull(from, at) ? null : new byte[0];
    }
    return Memory.bytes(address, ColumnCalls.bytes(from, at));
  }

  /** The statement that stands on the value: its own one, unless the engine has gone on. */
  private long holder(long statement, boolean running, int column) {
    return copied == null || running && copied.isLast() ? statement : conversion.of(copied, column);
  }

  private static int place(long holder, long statement, int column) {
    return holder == statement ? column : 0;
  }

  /** A null pointer stands for NULL, for an empty BLOB, and for a lack of memory. */
  private boolean isNull(long holder, int column) {
    if (ColumnCalls.type(holder, column) == StorageClass.NULL) {
      return true;
    }
    if (connection.errorCode() == Codes.NOMEM) {
      throw connection.error(Codes.NOMEM, sql);
    }
    return false;
  }

  /** What was read is not needed any more. */
  void end() {
    conversion.end();
  }
}
