package dev.dbrazor.benchmarks.text;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The same search by JDBC: a statement prepared once, its rows read into records. */
final class JdbcSearch implements AutoCloseable {
  private static final String SQL =
      """
      SELECT d.id, d.title, d.text, bm25("documents$text", 5.0, 1.0) AS rank
      FROM "documents$text" JOIN documents d ON d.id = "documents$text".rowid
      WHERE "documents$text" MATCH ? ORDER BY rank LIMIT ?""";

  private final Connection connection;
  private final PreparedStatement statement;

  JdbcSearch(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    connection.createStatement().execute("PRAGMA cache_size = -8000");
    statement = connection.prepareStatement(SQL);
  }

  /** A document and its rank. */
  record Hit(Document document, double rank) {}

  List<Hit> search(String query, int k) throws SQLException {
    statement.setString(1, query);
    statement.setInt(2, k);
    List<Hit> hits = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Document document = new Document(rows.getLong(1), rows.getString(2), rows.getString(3));
        hits.add(new Hit(document, rows.getDouble(4)));
      }
    }
    return hits;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
