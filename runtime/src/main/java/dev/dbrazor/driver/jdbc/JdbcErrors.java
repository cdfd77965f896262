package dev.dbrazor.driver.jdbc;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.EngineErrors;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** From sqlite-jdbc's exceptions to result code and the engine's own words. */
final class JdbcErrors {
  private JdbcErrors() {}

  static DbRazorException of(SQLException e, @Nullable String sql) {
    return of(e, sql, "");
  }

  static DbRazorException of(SQLException e, @Nullable String sql, String prefix) {
    if (e instanceof SQLiteException engine) {
      SQLiteErrorCode code = engine.getResultCode();
      return EngineErrors.of(code.code, prefix + words(engine, code), sql, e);
    }
    // The primary code, or 0 for what the Java side of the driver found.
    return EngineErrors.of(e.getErrorCode(), prefix + e.getMessage(), sql, e);
  }

  /** The driver wraps what the engine says: {@code [CODE] explanation (words)}. */
  private static String words(SQLiteException e, SQLiteErrorCode code) {
    String message = String.valueOf(e.getMessage());
    String head = code + " (";
    return message.startsWith(head) && message.endsWith(")")
        ? message.substring(head.length(), message.length() - 1)
        : message;
  }
}
