package dev.dbrazor.nativedriver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The engine's functions on the parameters of a statement; none of them waits. */
final class BindCalls {
  /** Makes the engine copy the bytes before the call returns. */
  private static final long TRANSIENT = -1;

  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MethodHandle NULL =
      ENGINE.leaf("sqlite3_bind_null", JAVA_INT, JAVA_LONG, JAVA_INT);
  private static final MethodHandle INT64 =
      ENGINE.leaf("sqlite3_bind_int64", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
  private static final MethodHandle FLOAT64 =
      ENGINE.leaf("sqlite3_bind_double", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_DOUBLE);
  private static final MethodHandle TEXT =
      ENGINE.leafOnArrays(
          "sqlite3_bind_text", JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG);
  private static final MethodHandle BLOB =
      ENGINE.leafOnArrays(
          "sqlite3_bind_blob", JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG);

  private BindCalls() {}

  static int nothing(long statement, int parameter) {
    try {
      return (int) NULL.invokeExact(statement, parameter);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int int64(long statement, int parameter, long value) {
    try {
      return (int) INT64.invokeExact(statement, parameter, value);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int float64(long statement, int parameter, double value) {
    try {
      return (int) FLOAT64.invokeExact(statement, parameter, value);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int text(long statement, int parameter, byte[] utf8) {
    try {
      MemorySegment bytes = MemorySegment.ofArray(utf8);
      return (int) TEXT.invokeExact(statement, parameter, bytes, utf8.length, TRANSIENT);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int blob(long statement, int parameter, byte[] value) {
    try {
      MemorySegment bytes = MemorySegment.ofArray(value);
      return (int) BLOB.invokeExact(statement, parameter, bytes, value.length, TRANSIENT);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }
}
