package dev.dbrazor.driver.jdbc;

import dev.dbrazor.ConfigurationException;
import dev.dbrazor.DriverException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/** SQLite through sqlite-jdbc's native library, on every Java from 17. */
public final class JdbcDriver implements Driver {
  /**
   * Older engines can corrupt a WAL file when two connections write and checkpoint at the same
   * instant.
   */
  private static final String OLDEST_SAFE_ENGINE = "3.51.3";

  private static final int MAX_SQL_BYTES = 1_000_000;

  private final String engineVersion;

  /**
   * Loads the native library; an engine that is missing or too old is a {@link DriverException}.
   */
  public JdbcDriver() {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      throw new DriverException(
          ErrorDetails.of(
              ErrorCode.DRIVER, "sqlite-jdbc cannot load its native library: " + e.getMessage()),
          e);
    }
    engineVersion = SQLiteJDBCLoader.getVersion();
    requireSafe(engineVersion);
  }

  static void requireSafe(String version) {
    if (ordinal(version) < ordinal(OLDEST_SAFE_ENGINE)) {
      throw new DriverException(
          "SQLite "
              + version
              + " can corrupt a database in WAL mode; "
              + OLDEST_SAFE_ENGINE
              + " or newer is needed");
    }
  }

  private static long ordinal(String version) {
    List<Integer> parts = Stream.of(version.split("\\.")).map(Integer::parseInt).toList();
    return parts.get(0) * 1_000_000L
        + parts.get(1) * 1_000L
        + (parts.size() > 2 ? parts.get(2) : 0);
  }

  @Override
  public String name() {
    return "JDBC";
  }

  @Override
  public String engineVersion() {
    return engineVersion;
  }

  @Override
  public DriverConnection open(OpenOptions options) {
    String url = JDBC.PREFIX + fileName(options.file());
    try {
      SQLiteConnection connection = JDBC.createConnection(url, config(options).toProperties());
      try {
        return prepared(connection, options);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw JdbcErrors.of(e, null, "Cannot open " + options.file() + ": ");
    }
  }

  private static DriverConnection prepared(SQLiteConnection connection, OpenOptions options)
      throws SQLException {
    connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, options.maxValueBytes());
    connection.setLimit(
        SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, Math.min(MAX_SQL_BYTES, options.maxValueBytes()));
    connection.setLimit(
        SQLiteLimits.SQLITE_LIMIT_ATTACHED, options.mode() == OpenMode.MAINTENANCE ? 1 : 0);
    // Only the flag, no statement: otherwise the driver adds an empty BEGIN and COMMIT after each
    // statement.
    connection.getConnectionConfig().setAutoCommit(false);
    return JdbcConnection.on(connection);
  }

  private static SQLiteConfig config(OpenOptions options) {
    SQLiteConfig config = new SQLiteConfig();
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout((int) Math.min(Integer.MAX_VALUE, options.busyTimeout().toMillis()));
    config.setOpenMode(SQLiteOpenMode.NOMUTEX); // one thread at a time is our promise
    if (options.mode() == OpenMode.READ_ONLY) {
      config.setReadOnly(true);
      config.resetOpenMode(SQLiteOpenMode.CREATE);
      config.resetOpenMode(SQLiteOpenMode.READWRITE);
      config.setOpenMode(SQLiteOpenMode.READONLY);
    } else if (options.mode() != OpenMode.CREATE) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    return config;
  }

  /**
   * What follows {@code ?} would be obeyed as settings, and some prefixes mean other things than
   * files.
   */
  private static String fileName(Path file) {
    if (file.getFileSystem() != FileSystems.getDefault()) {
      throw new ConfigurationException(
          List.of("path " + file + " is not in the default file system"));
    }
    String name = file.toAbsolutePath().toString();
    boolean special =
        Stream.of(":memory:", ":resource:", "file:")
            .anyMatch(prefix -> file.toString().startsWith(prefix));
    if (special || name.indexOf('?') >= 0 || name.indexOf('\0') >= 0) {
      throw new ConfigurationException(
          List.of(
              "path '"
                  + file
                  + "' must be a plain file name, without '?', ':memory:', ':resource:' or 'file:'"));
    }
    return name;
  }
}
