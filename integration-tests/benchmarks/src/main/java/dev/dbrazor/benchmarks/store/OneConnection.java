package dev.dbrazor.benchmarks.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteDataSource;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A data source for the peers that want one: always the same connection, open until {@link #end},
 * so that no pool is measured.
 */
final class OneConnection extends SQLiteDataSource {
  private final Unclosed connection;

  OneConnection(Path file) throws SQLException {
    super(SqliteFile.settings());
    setUrl(SqliteFile.url(file));
    connection = new Unclosed(getUrl(), file.toString(), getConfig().toProperties());
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  void end() throws SQLException {
    connection.end();
  }

  /** Closed by its owner, not by those it is lent to. */
  private static final class Unclosed extends JDBC4Connection {
    private Unclosed(String url, String file, Properties settings) throws SQLException {
      super(url, file, settings);
    }

    @Override
    public void close() {}

    private void end() throws SQLException {
      super.close();
    }
  }
}
