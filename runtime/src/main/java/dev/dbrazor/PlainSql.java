package dev.dbrazor;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.SqlText;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The user's own statements: exactly one, of a kind that leaves transactions and connection
 * settings alone.
 */
final class PlainSql {
  private static final Set<String> READING = Set.of("SELECT", "VALUES", "EXPLAIN");
  private static final Set<String> TRANSACTION =
      Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");
  private static final Set<String> REFUSED = Set.of("ATTACH", "DETACH", "VACUUM");

  private static final Pattern PRAGMA =
      Pattern.compile("(?i)\\s*PRAGMA\\s+(?:\\w+\\s*\\.\\s*)?(\\w+)\\s*([=(]?).*", Pattern.DOTALL);

  /** Pragmas whose argument says what to read. */
  private static final Set<String> READING_PRAGMAS =
      Set.of(
          "table_info",
          "table_xinfo",
          "table_list",
          "index_list",
          "index_info",
          "index_xinfo",
          "foreign_key_list",
          "foreign_key_check",
          "integrity_check",
          "quick_check");

  /** Pragmas that change the file, not the connection. */
  private static final Set<String> WRITING_PRAGMAS =
      Set.of("user_version", "application_id", "optimize");

  private PlainSql() {}

  static void requireQuery(String sql) {
    String verb = verb(sql);
    if (verb.equals("PRAGMA")) {
      requirePragma(sql, READING_PRAGMAS, true);
    } else if (!READING.contains(verb)) {
      throw new ReadOnlyDatabaseException(
          ErrorDetails.of(ErrorCode.READ_ONLY, "query() only reads; " + verb + " is for execute()")
              .withSql(sql),
          null);
    }
  }

  static void requireUpdate(String sql) {
    String verb = verb(sql);
    if (verb.equals("PRAGMA")) {
      requirePragma(sql, WRITING_PRAGMAS, false);
    } else if (READING.contains(verb)) {
      throw refused(verb + " is for query()", sql);
    }
  }

  private static String verb(String sql) {
    SqlText text = SqlText.of(sql);
    if (text.verb().isEmpty()) {
      throw refused("There is no statement in the text", sql);
    }
    if (!text.single()) {
      throw refused("There is more than one statement in the text; give one at a time", sql);
    }
    if (TRANSACTION.contains(text.verb())) {
      throw new TransactionStateException(
          ErrorDetails.of(
                  ErrorCode.TRANSACTION_STATE,
                  text.verb() + " cannot be given as SQL; use transaction(), which also nests")
              .withSql(sql),
          null);
    }
    if (REFUSED.contains(text.verb())) {
      throw refused(text.verb() + " cannot be given as SQL", sql);
    }
    return text.verb();
  }

  private static void requirePragma(String sql, Set<String> known, boolean bareAllowed) {
    Matcher matcher = PRAGMA.matcher(sql);
    boolean allowed =
        matcher.matches()
            && (known.contains(matcher.group(1).toLowerCase(Locale.ROOT))
                || (bareAllowed && matcher.group(2).isEmpty()));
    if (!allowed) {
      throw refused("This PRAGMA could change the settings of a shared connection", sql);
    }
  }

  private static StatementException refused(String message, String sql) {
    return new StatementException(ErrorDetails.of(ErrorCode.STATEMENT, message).withSql(sql), null);
  }

  static <T extends @Nullable Object> List<T> query(
      Session session, String sql, RowMapper<T> mapper, @Nullable Object[] arguments) {
    try (DriverStatement statement = session.prepare(sql)) {
      Arguments.bind(statement, sql, arguments);
      statement.readAhead();
      List<T> results = new ArrayList<>();
      StatementRow row = new StatementRow(statement, sql);
      while (statement.step()) {
        results.add(mapper.map(row));
      }
      return results;
    }
  }

  static long execute(Session session, String sql, @Nullable Object[] arguments) {
    try (DriverStatement statement = session.prepare(sql)) {
      Arguments.bind(statement, sql, arguments);
      while (statement.step()) {
        continue; // rows of RETURNING are not asked for
      }
      return statement.changes();
    }
  }
}
