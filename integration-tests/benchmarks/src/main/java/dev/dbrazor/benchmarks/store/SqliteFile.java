package dev.dbrazor.benchmarks.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens a file through JDBC with the settings that DBRazor gives its files. */
public final class SqliteFile {
  private SqliteFile() {}

  static SQLiteConfig settings() {
    return settings(JournalMode.WAL);
  }

  private static SQLiteConfig settings(JournalMode journal) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(journal);
    config.setSynchronous(SynchronousMode.FULL);
    config.setCacheSize(-8000);
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false);
    return config;
  }

  public static Connection connect(Path file) throws SQLException {
    return connect(file, JournalMode.WAL);
  }

  public static Connection connect(Path file, JournalMode journal) throws SQLException {
    return settings(journal).createConnection(url(file));
  }

  static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }
}
