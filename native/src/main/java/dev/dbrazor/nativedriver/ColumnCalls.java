package dev.dbrazor.nativedriver;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The engine's functions on the columns of a row; none of them waits. */
final class ColumnCalls {
  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MemorySegment TYPE = ENGINE.address("sqlite3_column_type");
  private static final MemorySegment INT64 = ENGINE.address("sqlite3_column_int64");
  private static final MemorySegment TEXT = ENGINE.address("sqlite3_column_text");
  private static final MemorySegment BLOB = ENGINE.address("sqlite3_column_blob");
  private static final MemorySegment BYTES = ENGINE.address("sqlite3_column_bytes");
  private static final MemorySegment NAME = ENGINE.address("sqlite3_column_name");

  private ColumnCalls() {}

  static int type(long statement, int column) {
    try {
      return (int) (long) Functions.LEAF.invokeExact(TYPE, statement, (long) column, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static long int64(long statement, int column) {
    try {
      return (long) Functions.LEAF.invokeExact(INT64, statement, (long) column, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static double float64(long statement, int column) {
    try {
      return (double) Float64.READ.invokeExact(statement, column);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** Where the text is in UTF-8, whatever the file's encoding; 0 for NULL. */
  static long text(long statement, int column) {
    try {
      return (long) Functions.LEAF.invokeExact(TEXT, statement, (long) column, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** Where the BLOB is; 0 for NULL and for an empty one. */
  static long blob(long statement, int column) {
    try {
      return (long) Functions.LEAF.invokeExact(BLOB, statement, (long) column, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** The length of what {@link #text} or {@link #blob} pointed to last. */
  static int bytes(long statement, int column) {
    try {
      return (int) (long) Functions.LEAF.invokeExact(BYTES, statement, (long) column, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static String name(long statement, int column) {
    try {
      return Memory.words((long) Functions.LEAF.invokeExact(NAME, statement, (long) column, 0L));
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** Linked when a program first reads a number with a point. */
  private static final class Float64 {
    static final MethodHandle READ = ENGINE.leafToDouble("sqlite3_column_double");

    private Float64() {}
  }
}
