package dev.dbrazor.nativedriver;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The engine's functions on the parameters of a statement; none of them waits. */
final class BindCalls {
  /** Makes the engine copy the bytes before the call returns. */
  private static final long TRANSIENT = -1;

  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MemorySegment NULL = ENGINE.address("sqlite3_bind_null");
  private static final MemorySegment INT64 = ENGINE.address("sqlite3_bind_int64");

  private BindCalls() {}

  static int nothing(long statement, int parameter) {
    try {
      return (int) (long) Functions.LEAF.invokeExact(NULL, statement, (long) parameter, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int int64(long statement, int parameter, long value) {
    try {
      return (int) (long) Functions.LEAF.invokeExact(INT64, statement, (long) parameter, value);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int float64(long statement, int parameter, double value) {
    try {
      return (int) Float64.BIND.invokeExact(statement, parameter, value);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int text(long statement, int parameter, byte[] utf8) {
    try {
      MemorySegment bytes = MemorySegment.ofArray(utf8);
      return (int) Arrays.TEXT.invokeExact(statement, parameter, bytes, utf8.length, TRANSIENT);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int blob(long statement, int parameter, byte[] value) {
    try {
      MemorySegment bytes = MemorySegment.ofArray(value);
      return (int) Arrays.BLOB.invokeExact(statement, parameter, bytes, value.length, TRANSIENT);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** Linked when a program first binds a number with a point. */
  private static final class Float64 {
    static final MethodHandle BIND = ENGINE.leafOnDouble("sqlite3_bind_double");

    private Float64() {}
  }

  /** Linked when a program first binds a text or a BLOB. */
  private static final class Arrays {
    static final MethodHandle TEXT = ENGINE.leafOnArray("sqlite3_bind_text");
    static final MethodHandle BLOB = ENGINE.leafOnArray("sqlite3_bind_blob");

    private Arrays() {}
  }
}
