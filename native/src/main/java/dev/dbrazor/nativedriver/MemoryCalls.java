package dev.dbrazor.nativedriver;

import java.lang.foreign.MemorySegment;

/** The engine's functions on memory. */
final class MemoryCalls {
  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MemorySegment REALLOC = ENGINE.address("sqlite3_realloc64");
  private static final MemorySegment FREE = ENGINE.address("sqlite3_free");

  private MemoryCalls() {}

  /** Where there are so many bytes from now on. 0 as the address stands for none so far. */
  static long resize(long address, long size) {
    try {
      long resized = (long) Functions.LEAF.invokeExact(REALLOC, address, size, 0L);
      if (resized == 0) {
        throw new OutOfMemoryError("The engine has no memory for a row");
      }
      return resized;
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void free(long address) {
    try {
      long nothing = (long) Functions.LEAF.invokeExact(FREE, address, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }
}
