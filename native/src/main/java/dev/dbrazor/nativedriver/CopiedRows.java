package dev.dbrazor.nativedriver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a statement as the packaged engine has copied them in one call, so that their columns are
 * read without further ones, and without the gate. Where it stands on a row, that one is read.
 */
final class CopiedRows {
  private static final int USUAL_LENGTH = 256;

  /** Of a row. */
  private final int width;

  private final int columns;
  private final RowBuffer buffer;

  /** For each column of each row two, as {@code engine.c} fills them. */
  private long[] cells;

  private byte[] bytes = new byte[USUAL_LENGTH];

  /** Where the cells of the current row begin; and where those of all rows end. */
  private int row;

  private int end;

  /** To be called inside the gate. */
  CopiedRows(int columns, RowBuffer buffer) {
    this.columns = columns;
    this.width = 2 * columns;
    this.buffer = buffer;
    buffer.reserve(columns);
    cells = new long[width];
    clear();
  }

  /**
   * Runs the statement on to as many rows as there are, or fit; stands before the first one. To be
   * called inside the gate.
   *
   * @return the engine's code of the last step
   */
  int fetch(long statement, int most) {
    long result = StatementCalls.stepCopying(statement, columns, buffer, most);
    end = RowBuffer.rowsOf(result) * width;
    row = -width;
    if (end > cells.length) {
      cells = new long[Math.max(end, 2 * cells.length)];
    }
    buffer.copyCells(cells, end);
    int length = RowBuffer.bytesOf(result);
    if (length > bytes.length) {
      bytes = new byte[Math.max(length, 2 * bytes.length)];
    }
    buffer.copyBytes(most * width, bytes, length);
    return RowBuffer.codeOf(result);
  }

  /** To the next row that was fetched; false when there is none. */
  boolean next() {
    row += width;
    return row < end;
  }

  /** Whether it stands on the last row that was fetched, where the engine stands, too. */
  boolean isLast() {
    return row + width >= end;
  }

  void clear() {
    row = 0;
    end = 0;
  }

  boolean has(int column) {
    return column >= 0 && column < columns && row < end;
  }

  int storage(int column) {
    return (int) cells[row + 2 * column + 1];
  }

  /** Whether it is a number of that kind, which needs no conversion. */
  boolean holds(int storage, int column) {
    return has(column) && storage(column) == storage;
  }

  /** Whether it is a text, or a BLOB, that was copied, which long ones are not; or NULL. */
  boolean holdsBytes(int storage, int column) {
    return has(column)
        && (storage(column) == storage || storage(column) == StorageClass.NULL)
        && int64(column) >= 0;
  }

  long int64(int column) {
    return cells[row + 2 * column];
  }

  double float64(int column) {
    return Double.longBitsToDouble(int64(column));
  }

  @Nullable String text(int column) {
    if (storage(column) == StorageClass.NULL) {
      return null;
    }
    return isLatin1(column)
        ? latin1(start(column), length(column))
        : new String(bytes, start(column), length(column), UTF_8);
  }

  /** By a constructor that need not look at the bytes: each becomes a character. */
  @SuppressWarnings("deprecation")
  private String latin1(int start, int length) {
    return new String(bytes, 0, start, length);
  }

  byte @Nullable [] blob(int column) {
    return storage(column) == StorageClass.NULL ? null : bytes(column);
  }

  /** Of a text, in UTF-8, or a BLOB. */
  byte[] bytes(int column) {
    if (storage(column) == StorageClass.TEXT && isLatin1(column)) {
      return latin1(start(column), length(column)).getBytes(UTF_8);
    }
    int start = start(column);
    return Arrays.copyOfRange(bytes, start, start + length(column));
  }

  private boolean isLatin1(int column) {
    return int64(column) >>> Integer.SIZE != 0;
  }

  private int start(int column) {
    return (int) int64(column);
  }

  private int length(int column) {
    return (int) (cells[row + 2 * column + 1] >>> Integer.SIZE);
  }
}
