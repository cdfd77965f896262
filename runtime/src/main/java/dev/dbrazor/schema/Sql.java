package dev.dbrazor.schema;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small questions in SQL, and names in quotes. */
final class Sql {
  private Sql() {}

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The first column of all rows. */
  static List<String> texts(Session session, String sql, String... parameters) {
    List<String> texts = new ArrayList<>();
    try (DriverStatement statement = session.prepare(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.bindText(i + 1, parameters[i]);
      }
      while (statement.step()) {
        texts.add(String.valueOf(statement.text(0)));
      }
    }
    return texts;
  }

  /** The first value of the first row; 0 for none. */
  static long number(Session session, String sql, long... parameters) {
    try (DriverStatement statement = session.prepare(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.bindInt64(i + 1, parameters[i]);
      }
      return statement.step() ? statement.int64(0) : 0;
    }
  }

  /** The name of the index that a statement makes. */
  static String indexName(String createIndex) {
    List<String> tokens = SqlTokens.of(createIndex);
    return tokens.get(tokens.indexOf("index") + 1).replace("\"", "");
  }
}
