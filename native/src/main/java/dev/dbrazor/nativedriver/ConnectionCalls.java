package dev.dbrazor.nativedriver;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The engine's functions on a connection. */
final class ConnectionCalls {
  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MemorySegment OPEN = ENGINE.address("sqlite3_open_v2");
  private static final MemorySegment CLOSE = ENGINE.address("sqlite3_close");
  private static final MemorySegment LIMIT = ENGINE.address("sqlite3_limit");
  private static final MemorySegment BUSY_TIMEOUT = ENGINE.address("sqlite3_busy_timeout");
  private static final MemorySegment INTERRUPT = ENGINE.address("sqlite3_interrupt");
  private static final MemorySegment AUTOCOMMIT = ENGINE.address("sqlite3_get_autocommit");
  private static final MemorySegment CHANGES = ENGINE.address("sqlite3_changes64");
  private static final MemorySegment ERROR_CODE = ENGINE.address("sqlite3_extended_errcode");
  private static final MemorySegment ERROR_MESSAGE = ENGINE.address("sqlite3_errmsg");
  private static final MemorySegment PROGRESS_HANDLER = ENGINE.address("sqlite3_progress_handler");

  private static final boolean PACKAGED = ENGINE.has(Packaged.NAME);

  private ConnectionCalls() {}

  static int open(MemorySegment name, MemorySegment result, int flags) {
    try {
      return (int)
          (long)
              Functions.BLOCKING.invokeExact(
                  OPEN, name.address(), result.address(), (long) flags, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int close(long connection) {
    try {
      return (int) (long) Functions.BLOCKING.invokeExact(CLOSE, connection, 0L, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int configure(long connection, int option, int value) {
    try {
      return PACKAGED
          ? (int)
              (long)
                  Functions.LEAF.invokeExact(
                      Packaged.CONFIGURE, connection, (long) option, (long) value)
          : (int) Variadic.CONFIGURE.invokeExact(connection, option, value, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void limit(long connection, int which, int value) {
    try {
      long before =
          (long) Functions.LEAF.invokeExact(LIMIT, connection, (long) which, (long) value);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int busyTimeout(long connection, int millis) {
    try {
      return (int) (long) Functions.LEAF.invokeExact(BUSY_TIMEOUT, connection, (long) millis, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void interrupt(long connection) {
    try {
      long nothing = (long) Functions.LEAF.invokeExact(INTERRUPT, connection, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static boolean autocommit(long connection) {
    try {
      return (int) (long) Functions.LEAF.invokeExact(AUTOCOMMIT, connection, 0L, 0L) != 0;
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static long changes(long connection) {
    try {
      return (long) Functions.LEAF.invokeExact(CHANGES, connection, 0L, 0L);
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
              Functions.BLOCKING.invokeExact(
                  PROGRESS_HANDLER, connection, (long) steps, handler.address(), 0L, 0L, 0L);
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
      return (int) (long) Functions.LEAF.invokeExact(ERROR_CODE, connection, 0L, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static String errorMessage(long connection) {
    try {
      return Memory.words((long) Functions.LEAF.invokeExact(ERROR_MESSAGE, connection, 0L, 0L));
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  /** The engine packaged here has a function of fixed arguments. */
  private static final class Packaged {
    static final String NAME = "dbrazor_db_config";
    static final MemorySegment CONFIGURE = ENGINE.address(NAME);

    private Packaged() {}
  }

  /** Others have only SQLite's own. */
  private static final class Variadic {
    static final MethodHandle CONFIGURE = ENGINE.configure();

    private Variadic() {}
  }
}
