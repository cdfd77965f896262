package dev.dbrazor.nativedriver;

/**
 * Where the packaged engine copies a row to, one for all statements of a connection. Used inside
 * the gate.
 */
final class RowBuffer {
  /** Bytes of texts and BLOBs; what does not fit is asked for column by column. */
  static final int ROOM = 4096;

  private long address;
  private long size;

  /** Makes it large enough for rows of so many columns. */
  void reserve(int columns) {
    long needed = CopiedRow.cellsSize(columns) + ROOM;
    if (needed > size) {
      address = MemoryCalls.resize(address, needed);
      size = needed;
    }
  }

  long address() {
    return address;
  }

  void free() {
    MemoryCalls.free(address);
    address = 0;
    size = 0;
  }
}
