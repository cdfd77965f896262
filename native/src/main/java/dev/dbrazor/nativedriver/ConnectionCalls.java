package dev.dbrazor.nativedriver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The engine's functions on a connection. */
final class ConnectionCalls {
  private static final Functions ENGINE = Engine.loaded().functions();

  private static final MethodHandle OPEN =
      ENGINE.blocking("sqlite3_open_v2", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG);
  private static final MethodHandle CLOSE = ENGINE.blocking("sqlite3_close", JAVA_INT, JAVA_LONG);
  private static final MethodHandle CONFIGURE =
      ENGINE.variadic("sqlite3_db_config", 2, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle LIMIT =
      ENGINE.leaf("sqlite3_limit", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
  private static final MethodHandle BUSY_TIMEOUT =
      ENGINE.leaf("sqlite3_busy_timeout", JAVA_INT, JAVA_LONG, JAVA_INT);
  private static final MethodHandle INTERRUPT = ENGINE.leaf("sqlite3_interrupt", null, JAVA_LONG);
  private static final MethodHandle AUTOCOMMIT =
      ENGINE.leaf("sqlite3_get_autocommit", JAVA_INT, JAVA_LONG);
  private static final MethodHandle CHANGES =
      ENGINE.leaf("sqlite3_changes64", JAVA_LONG, JAVA_LONG);
  private static final MethodHandle ERROR_CODE =
      ENGINE.leaf("sqlite3_extended_errcode", JAVA_INT, JAVA_LONG);
  private static final MethodHandle ERROR_MESSAGE =
      ENGINE.leaf("sqlite3_errmsg", JAVA_LONG, JAVA_LONG);
  private static final MethodHandle PROGRESS_HANDLER =
      ENGINE.leaf("sqlite3_progress_handler", null, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);

  private ConnectionCalls() {}

  static int open(MemorySegment name, MemorySegment result, int flags) {
    try {
      return (int) OPEN.invokeExact(name, result, flags, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int close(long connection) {
    try {
      return (int) CLOSE.invokeExact(connection);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int configure(long connection, int option, int value) {
    try {
      return (int) CONFIGURE.invokeExact(connection, option, value, 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void limit(long connection, int which, int value) {
    try {
      int before = (int) LIMIT.invokeExact(connection, which, value);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int busyTimeout(long connection, int millis) {
    try {
      return (int) BUSY_TIMEOUT.invokeExact(connection, millis);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static void interrupt(long connection) {
    try {
      INTERRUPT.invokeExact(connection);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static boolean autocommit(long connection) {
    try {
      return (int) AUTOCOMMIT.invokeExact(connection) != 0;
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static long changes(long connection) {
    try {
      return (long) CHANGES.invokeExact(connection);
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
      PROGRESS_HANDLER.invokeExact(connection, steps, handler.address(), 0L);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static int errorCode(long connection) {
    try {
      return (int) ERROR_CODE.invokeExact(connection);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  static String errorMessage(long connection) {
    try {
      return Memory.words((long) ERROR_MESSAGE.invokeExact(connection));
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }
}
