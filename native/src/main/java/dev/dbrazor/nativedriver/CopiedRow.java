package dev.dbrazor.nativedriver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a statement as the packaged engine has copied it in the call that led to it,
 * so that its columns are read without further ones, and without the gate.
 */
final class CopiedRow {
  /** SQLite's numbers of the storage classes. */
  static final int INTEGER = 1;

  static final int FLOAT = 2;
  static final int TEXT = 3;
  static final int BLOB = 4;
  static final int NULL = 5;

  private static final int USUAL_LENGTH = 256;

  private final int columns;

  /** For each column two, as {@code engine.c} fills them. */
  private final long[] cells;

  private final RowBuffer buffer;
  private byte[] bytes = new byte[USUAL_LENGTH];

  /** To be called inside the gate. */
  CopiedRow(int columns, RowBuffer buffer) {
    this.columns = columns;
    this.buffer = buffer;
    buffer.reserve(columns);
    cells = new long[2 * columns];
  }

  /** Bytes before those of texts and BLOBs. */
  static long cellsSize(int columns) {
    return (1L + 2L * columns) * Long.BYTES;
  }

  /** To be called inside the gate, when the statement stands on a row. */
  void take() {
    long address = buffer.address();
    int length = (int) Memory.int64(address);
    Memory.copy(address + Long.BYTES, cells);
    if (length > bytes.length) {
      bytes = new byte[Math.max(length, 2 * bytes.length)];
    }
    Memory.copy(address + cellsSize(columns), bytes, length);
  }

  boolean has(int column) {
    return column >= 0 && column < columns;
  }

  int storage(int column) {
    return (int) cells[2 * column + 1];
  }

  /** Whether it is a number of that kind, which needs no conversion. */
  boolean holds(int storage, int column) {
    return has(column) && storage(column) == storage;
  }

  /** Whether it is a text, or a BLOB, that was copied, which long ones are not; or NULL. */
  boolean holdsBytes(int storage, int column) {
    return has(column)
        && (storage(column) == storage || storage(column) == NULL)
        && cells[2 * column] >= 0;
  }

  long int64(int column) {
    return cells[2 * column];
  }

  double float64(int column) {
    return Double.longBitsToDouble(cells[2 * column]);
  }

  @Nullable String text(int column) {
    if (storage(column) == NULL) {
      return null;
    }
    return isAscii(column)
        ? ascii(start(column), length(column))
        : new String(bytes, start(column), length(column), UTF_8);
  }

  /** By a constructor that need not look at the bytes: each becomes a character. */
  @SuppressWarnings("deprecation")
  private String ascii(int start, int length) {
    return new String(bytes, 0, start, length);
  }

  byte @Nullable [] blob(int column) {
    if (storage(column) == NULL) {
      return null;
    }
    int start = start(column);
    return Arrays.copyOfRange(bytes, start, start + length(column));
  }

  private boolean isAscii(int column) {
    return cells[2 * column] >>> Integer.SIZE != 0;
  }

  private int start(int column) {
    return (int) cells[2 * column];
  }

  private int length(int column) {
    return (int) (cells[2 * column + 1] >>> Integer.SIZE);
  }
}
