package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.EngineErrors;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;

/** What each connection is given before its first statement. */
final class Settings {
  private static final int READ_ONLY = 0x1;
  private static final int READ_WRITE = 0x2;
  private static final int CREATE = 0x4;
  private static final int NO_MUTEX = 0x8000;
  private static final int EXTENDED_CODES = 0x2000000;

  private static final int MAX_VALUE_BYTES = 0;
  private static final int MAX_SQL_BYTES = 1;
  private static final int MAX_ATTACHED = 7;

  private static final int DEFENSIVE = 1010;
  private static final int QUOTED_STRINGS_IN_CHANGES = 1013;
  private static final int QUOTED_STRINGS_IN_SCHEMAS = 1014;

  private Settings() {}

  static int flags(OpenMode mode) {
    int access = mode == OpenMode.READ_ONLY ? READ_ONLY : READ_WRITE;
    int making = mode == OpenMode.CREATE ? CREATE : 0;
    return access | making | NO_MUTEX | EXTENDED_CODES;
  }

  static void apply(long connection, OpenOptions options) {
    ConnectionCalls.limit(connection, MAX_VALUE_BYTES, options.maxValueBytes());
    ConnectionCalls.limit(connection, MAX_SQL_BYTES, options.maxSqlBytes());
    ConnectionCalls.limit(connection, MAX_ATTACHED, options.maxAttached());
    configure(connection, DEFENSIVE, 1);
    configure(connection, QUOTED_STRINGS_IN_CHANGES, 0);
    configure(connection, QUOTED_STRINGS_IN_SCHEMAS, 0);
    check(ConnectionCalls.busyTimeout(connection, options.busyMillis()), "the busy timeout");
  }

  private static void configure(long connection, int option, int value) {
    check(ConnectionCalls.configure(connection, option, value), "option " + option);
  }

  private static void check(int code, String what) {
    if (code != Codes.OK) {
      throw EngineErrors.of(code, "The engine refuses " + what, null, null);
    }
  }
}
