package dev.dbrazor.processor.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An in-memory SQLite. */
final class Engine implements AutoCloseable {
  private static final Pattern DRIVER_MESSAGE = Pattern.compile("\\[[A-Z_]+\\] [^(]*\\((.*)\\)");

  private final Connection connection;

  /** Fails with a {@link LinkageError} when the driver or its native part is not there. */
  Engine() throws SQLException {
    connection = Memory.open();
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Prepares a statement that returns nothing. */
  void prepare(String sql) throws SQLException {
    connection.prepareStatement(sql).close();
  }

  /** Prepares a statement and names its result columns. */
  List<String> columns(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ResultSetMetaData result = statement.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= result.getColumnCount(); i++) {
        names.add(result.getColumnName(i));
      }
      return names;
    }
  }

  /** The steps of a statement's plan: {@code SEARCH customers USING INDEX …}. */
  List<String> plan(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      List<String> steps = new ArrayList<>();
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
      return steps;
    }
  }

  /** The engine's own words, without the driver's around them. */
  static String words(SQLException error) {
    Matcher matcher = DRIVER_MESSAGE.matcher(String.valueOf(error.getMessage()));
    return matcher.matches() ? matcher.group(1) : String.valueOf(error.getMessage());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("an in-memory database would not close", e);
    }
  }
}
