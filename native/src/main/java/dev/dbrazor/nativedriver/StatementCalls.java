package dev.dbrazor.nativedriver;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The engine's functions on a statement, but for its parameters and columns. */
final class StatementCalls {
  private static final long PERSISTENT = 1;
  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MethodHandle PREPARE = ENGINE.blocking("sqlite3_prepare_v3");
  private static final MethodHandle STEP = ENGINE.blocking("sqlite3_step");
  private static final MethodHandle RESET = ENGINE.blocking("sqlite3_reset");
  private static final MethodHandle FINALIZE = ENGINE.blocking("sqlite3_finalize");
  private static final MethodHandle CLEAR_BINDINGS = ENGINE.leaf("sqlite3_clear_bindings");
  private static final MethodHandle PARAMETERS = ENGINE.leaf("sqlite3_bind_parameter_count");
  private static final MethodHandle COLUMNS = ENGINE.leaf("sqlite3_column_count");

  private static final MethodHandle READ_ONLY = ENGINE.leaf("sqlite3_stmt_readonly");

  private StatementCalls() {}

  static int prepare(long connection, MemorySegment sql, MemorySegment result) {
    try {
      return (int)
          (long)
              PREPARE.invokeExact(
                  connection, sql.address(), sql.byteSize(), PERSISTENT, result.address(), 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int step(long statement) {
    try {
      return (int) (long) STEP.invokeExact(statement, 0L, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** As {@link #step}; the row is copied there. For an engine that does so. */
  static int stepCopying(long statement, int columns, RowBuffer into) {
    try {
      return (int)
          (long)
              Copying.STEP.invokeExact(
                  statement, (long) columns, into.address(), (long) RowBuffer.ROOM, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** Whether the engine is the packaged one, or another that has its functions. */
  static boolean copyRows() {
    return ENGINE.has(Copying.NAME);
  }

  /** The result is that of the run before, which is known already. */
  static void reset(long statement) {
    try {
      int before = (int) (long) RESET.invokeExact(statement, 0L, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** The result is that of the run before, which is known already. */
  static void close(long statement) {
    try {
      int before = (int) (long) FINALIZE.invokeExact(statement, 0L, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void clearBindings(long statement) {
    try {
      int always0 = (int) (long) CLEAR_BINDINGS.invokeExact(statement, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int parameters(long statement) {
    try {
      return (int) (long) PARAMETERS.invokeExact(statement, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** Whether it changes no file; BEGIN and its like do not. */
  static boolean isReadOnly(long statement) {
    try {
      return (int) (long) READ_ONLY.invokeExact(statement, 0L, 0L) != 0;
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int columns(long statement) {
    try {
      return (int) (long) COLUMNS.invokeExact(statement, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** Only there when the engine has it. */
  private static final class Copying {
    static final String NAME = "dbrazor_step";
    static final MethodHandle STEP = ENGINE.blocking(NAME);

    private Copying() {}
  }
}
