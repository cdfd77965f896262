package dev.dbrazor.vectors;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** The extension sqlite-vec, in a file of its own. */
final class SqliteVec implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement search;
  private final PreparedStatement filtered;

  SqliteVec(Path extension, Path file, List<float[]> vectors) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.enableLoadExtension(true);
    connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT load_extension('" + extension + "')");
      statement.execute(
          "CREATE VIRTUAL TABLE v USING vec0("
              + "embedding float[384] distance_metric=cosine, bucket integer)");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO v (rowid, embedding, bucket) VALUES (?, ?, ?)")) {
      for (int i = 0; i < vectors.size(); i++) {
        insert.setLong(1, i + 1L);
        insert.setBytes(2, Embeddings.bytes(vectors.get(i)));
        insert.setInt(3, i % 100);
        insert.executeUpdate();
      }
    }
    connection.commit();
    search = connection.prepareStatement("SELECT rowid FROM v WHERE embedding MATCH ? AND k = ?");
    filtered =
        connection.prepareStatement(
            "SELECT rowid FROM v WHERE embedding MATCH ? AND k = ? AND bucket = ?");
  }

  /** Of the whole file. */
  double bytes() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet pages =
            statement.executeQuery(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")) {
      return pages.getDouble(1);
    }
  }

  int[] nearest(float[] query, int k) throws SQLException {
    return nearest(search, query, k);
  }

  /** The same among one bucket. */
  int[] nearest(float[] query, int k, int bucket) throws SQLException {
    filtered.setInt(3, bucket);
    return nearest(filtered, query, k);
  }

  private static int[] nearest(PreparedStatement search, float[] query, int k) throws SQLException {
    search.setBytes(1, Embeddings.bytes(query));
    search.setInt(2, k);
    int[] places = new int[k];
    try (ResultSet rows = search.executeQuery()) {
      for (int i = 0; i < k && rows.next(); i++) {
        places[i] = (int) rows.getLong(1) - 1;
      }
    }
    return places;
  }

  void update(int place, float[] vector) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE v SET embedding = ? WHERE rowid = ?")) {
      update.setBytes(1, Embeddings.bytes(vector));
      update.setLong(2, place + 1L);
      update.executeUpdate();
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    search.close();
    filtered.close();
    connection.close();
  }
}
