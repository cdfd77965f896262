package dev.dbrazor.nativedriver;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The engine's functions on a connection. */
final class ConnectionCalls {
  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MethodHandle OPEN = ENGINE.blocking("sqlite3_open_v2");
  private static final MethodHandle CLOSE = ENGINE.blocking("sqlite3_close");
  private static final MethodHandle LIMIT = ENGINE.leaf("sqlite3_limit");
  private static final MethodHandle BUSY_TIMEOUT = ENGINE.leaf("sqlite3_busy_timeout");
  private static final MethodHandle INTERRUPT = ENGINE.leaf("sqlite3_interrupt");
  private static final MethodHandle AUTOCOMMIT = ENGINE.leaf("sqlite3_get_autocommit");
  private static final MethodHandle CHANGES = ENGINE.leaf("sqlite3_changes64");
  private static final MethodHandle ERROR_CODE = ENGINE.leaf("sqlite3_extended_errcode");
  private static final MethodHandle ERROR_MESSAGE = ENGINE.leaf("sqlite3_errmsg");
  private static final MethodHandle PROGRESS_HANDLER = ENGINE.blocking("sqlite3_progress_handler");

  private ConnectionCalls() {}

  static int open(MemorySegment name, MemorySegment result, int flags) {
    try {
      return (int)
          (long) OPEN.invokeExact(name.address(), result.address(), (long) flags, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int close(long connection) {
    try {
      return (int) (long) CLOSE.invokeExact(connection, 0L, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int configure(long connection, int option, int value) {
    try {
      return Configure.PACKAGED
          ? (int) (long) Configure.CALL.invokeExact(connection, (long) option, (long) value)
          : (int) Configure.CALL.invokeExact(connection, option, value, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void limit(long connection, int which, int value) {
    try {
      long before = (long) LIMIT.invokeExact(connection, (long) which, (long) value);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int busyTimeout(long connection, int millis) {
    try {
      return (int) (long) BUSY_TIMEOUT.invokeExact(connection, (long) millis, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void interrupt(long connection) {
    try {
      long nothing = (long) INTERRUPT.invokeExact(connection, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static boolean autocommit(long connection) {
    try {
      return (int) (long) AUTOCOMMIT.invokeExact(connection, 0L, 0L) != 0;
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static long changes(long connection) {
    try {
      return (long) CHANGES.invokeExact(connection, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /**
   * Has a function called each so many steps; it is only called inside functions that are not
   * leaves.
   */
  static void progressHandler(long connection, int steps, MemorySegment handler) {
    try {
      long nothing =
          (long)
              PROGRESS_HANDLER.invokeExact(connection, (long) steps, handler.address(), 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** A function that gives something else than 0, whatever it is given. */
  static MemorySegment alwaysStopping() {
    return ENGINE.address("sqlite3_libversion_number");
  }

  static int errorCode(long connection) {
    try {
      return (int) (long) ERROR_CODE.invokeExact(connection, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static String errorMessage(long connection) {
    try {
      return Memory.words((long) ERROR_MESSAGE.invokeExact(connection, 0L, 0L));
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** The engine packaged here has a function of fixed arguments; others have only SQLite's own. */
  private static final class Configure {
    static final boolean PACKAGED = ENGINE.has("dbrazor_db_config");
    static final MethodHandle CALL =
        PACKAGED ? ENGINE.leaf("dbrazor_db_config") : ENGINE.configure();

    private Configure() {}
  }
}
