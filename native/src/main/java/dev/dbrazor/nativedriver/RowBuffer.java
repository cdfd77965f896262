package dev.dbrazor.nativedriver;

/**
 * Where the packaged engine copies rows to, one for all statements of a connection. Used inside the
 * gate.
 */
final class RowBuffer {
  /** Bytes of texts and BLOBs; what does not fit is asked for column by column. */
  static final int ROOM = 4096;

  /** So many cells a call that fetches several rows may fill; and so many rows. */
  private static final int MOST_CELLS = 1024;

  private static final int MOST_ROWS = 64;

  private long address;
  private long size;

  /** Makes it large enough for rows of so many columns. */
  void reserve(int columns) {
    long needed = 2L * columns * rows(columns) * Long.BYTES + ROOM;
    if (needed > size) {
      address = MemoryCalls.resize(address, needed);
      size = needed;
    }
  }

  /** How many rows of so many columns there is room for. */
  static int rows(int columns) {
    return Math.clamp(MOST_CELLS / (2L * columns), 1, MOST_ROWS);
  }

  long address() {
    return address;
  }

  /** The engine's code in the result of a call that has copied rows. */
  static int codeOf(long result) {
    return (int) result;
  }

  /** How many bytes the texts and BLOBs of the rows have. */
  static int bytesOf(long result) {
    return (int) (result >>> 32) & 0xFFFF;
  }

  /** How many rows the engine has copied. */
  static int rowsOf(long result) {
    return (int) (result >>> 48);
  }

  /** The first so many cells. */
  void copyCells(long[] into, int count) {
    Memory.copy(address, into, count);
  }

  /** The first so many bytes; they are behind room for so many cells. */
  void copyBytes(int cells, byte[] into, int count) {
    Memory.copy(address + (long) cells * Long.BYTES, into, count);
  }

  void free() {
    MemoryCalls.free(address);
    address = 0;
    size = 0;
  }
}
