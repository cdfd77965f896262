package dev.dbrazor.nativedriver;

import java.lang.foreign.MemorySegment;

/** The engine's functions on a statement, but for its parameters and columns. */
final class StatementCalls {
  private static final long PERSISTENT = 1;
  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MemorySegment PREPARE = ENGINE.address("sqlite3_prepare_v3");
  private static final MemorySegment STEP = ENGINE.address("sqlite3_step");
  private static final MemorySegment RESET = ENGINE.address("sqlite3_reset");
  private static final MemorySegment FINALIZE = ENGINE.address("sqlite3_finalize");
  private static final MemorySegment CLEAR_BINDINGS = ENGINE.address("sqlite3_clear_bindings");
  private static final MemorySegment PARAMETERS = ENGINE.address("sqlite3_bind_parameter_count");
  private static final MemorySegment COLUMNS = ENGINE.address("sqlite3_column_count");

  private static final MemorySegment READ_ONLY = ENGINE.address("sqlite3_stmt_readonly");

  private StatementCalls() {}

  static int prepare(long connection, MemorySegment sql, MemorySegment result) {
    try {
      return (int)
          (long)
              Functions.BLOCKING.invokeExact(
                  PREPARE,
                  connection,
                  sql.address(),
                  sql.byteSize(),
                  PERSISTENT,
                  result.address(),
                  0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int step(long statement) {
    try {
      return (int) (long) Functions.BLOCKING.invokeExact(STEP, statement, 0L, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /**
   * To at most so many rows, which are copied there. For an engine that does so.
   *
   * @return what {@link RowBuffer} can read
   */
  static long stepCopying(long statement, int columns, RowBuffer into, int most) {
    try {
      return (long)
          Functions.BLOCKING.invokeExact(
              Copying.STEP,
              statement,
              (long) columns,
              into.address(),
              (long) most,
              (long) RowBuffer.ROOM,
              0L);
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
      int before =
          (int) (long) Functions.BLOCKING.invokeExact(RESET, statement, 0L, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** The result is that of the run before, which is known already. */
  static void close(long statement) {
    try {
      int before =
          (int) (long) Functions.BLOCKING.invokeExact(FINALIZE, statement, 0L, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void clearBindings(long statement) {
    try {
      int always0 = (int) (long) Functions.LEAF.invokeExact(CLEAR_BINDINGS, statement, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int parameters(long statement) {
    try {
      return (int) (long) Functions.LEAF.invokeExact(PARAMETERS, statement, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** Whether it changes no file; BEGIN and its like do not. */
  static boolean isReadOnly(long statement) {
    try {
      return (int) (long) Functions.LEAF.invokeExact(READ_ONLY, statement, 0L, 0L) != 0;
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int columns(long statement) {
    try {
      return (int) (long) Functions.LEAF.invokeExact(COLUMNS, statement, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** Only there when the engine has it. */
  private static final class Copying {
    static final String NAME = "dbrazor_step";
    static final MemorySegment STEP = ENGINE.address(NAME);

    private Copying() {}
  }
}
