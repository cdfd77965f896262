package dev.dbrazor.nativedriver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The engine's functions on a statement, but for its parameters and columns. */
final class StatementCalls {
  private static final int PERSISTENT = 1;
  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MethodHandle PREPARE =
      ENGINE.blocking(
          "sqlite3_prepare_v3",
          JAVA_INT,
          JAVA_LONG,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          ADDRESS,
          JAVA_LONG);
  private static final MethodHandle STEP = ENGINE.blocking("sqlite3_step", JAVA_INT, JAVA_LONG);
  private static final MethodHandle RESET = ENGINE.blocking("sqlite3_reset", JAVA_INT, JAVA_LONG);
  private static final MethodHandle FINALIZE =
      ENGINE.blocking("sqlite3_finalize", JAVA_INT, JAVA_LONG);
  private static final MethodHandle CLEAR_BINDINGS =
      ENGINE.leaf("sqlite3_clear_bindings", JAVA_INT, JAVA_LONG);
  private static final MethodHandle PARAMETERS =
      ENGINE.leaf("sqlite3_bind_parameter_count", JAVA_INT, JAVA_LONG);
  private static final MethodHandle COLUMNS =
      ENGINE.leaf("sqlite3_column_count", JAVA_INT, JAVA_LONG);

  private StatementCalls() {}

  static int prepare(long connection, MemorySegment sql, MemorySegment result) {
    try {
      return (int)
          PREPARE.invokeExact(connection, sql, (int) sql.byteSize(), PERSISTENT, result, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int step(long statement) {
    try {
      return (int) STEP.invokeExact(statement);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** The result is that of the run before, which is known already. */
  static void reset(long statement) {
    try {
      int before = (int) RESET.invokeExact(statement);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** The result is that of the run before, which is known already. */
  static void close(long statement) {
    try {
      int before = (int) FINALIZE.invokeExact(statement);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void clearBindings(long statement) {
    try {
      int always0 = (int) CLEAR_BINDINGS.invokeExact(statement);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int parameters(long statement) {
    try {
      return (int) PARAMETERS.invokeExact(statement);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int columns(long statement) {
    try {
      return (int) COLUMNS.invokeExact(statement);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }
}
