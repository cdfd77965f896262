package dev.dbrazor.nativedriver;

import java.lang.invoke.MethodHandle;

/** The engine's functions on memory. */
final class MemoryCalls {
  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MethodHandle REALLOC = ENGINE.leaf("sqlite3_realloc64");
  private static final MethodHandle FREE = ENGINE.leaf("sqlite3_free");

  private MemoryCalls() {}

  /** Where there are so many bytes from now on. 0 as the address stands for none so far. */
  static long resize(long address, long size) {
    try {
      long resized = (long) REALLOC.invokeExact(address, size, 0L);
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
      long nothing = (long) FREE.invokeExact(address, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }
}
