package dev.dbrazor.driver.jdbc;

import dev.dbrazor.DriverException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.EngineVersion;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/** SQLite through sqlite-jdbc's native library, on every Java from 17. */
public final class JdbcDriver implements Driver {
  private final String engineVersion;

  /** On an engine that is safe to use. */
  public JdbcDriver() {
    this(EngineChoice.SAFE);
  }

  /**
   * Loads the native library of sqlite-jdbc, whichever is named; an engine that is missing, or too
   * old and not accepted, is a {@link DriverException}.
   */
  public JdbcDriver(EngineChoice choice) {
    try {
      LibraryLoad.run();
    } catch (Exception e) {
      throw new DriverException(
          ErrorDetails.of(
              ErrorCode.DRIVER,
              "sqlite-jdbc cannot load its native library, which it unpacks into "
                  + LibraryLoad.directory()
                  + " and must be permitted to run there: "
                  + e.getMessage()),
          e);
    }
    engineVersion = SQLiteJDBCLoader.getVersion();
    if (!choice.acceptOlder()) {
      EngineVersion.requireSafe(engineVersion);
    } else if (!EngineVersion.isSafe(engineVersion)) {
      System.getLogger("dev.dbrazor.driver")
          .log(
              Level.WARNING,
              "Using sqlite-jdbc as told, although " + EngineVersion.danger(engineVersion));
    }
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
  public String engine() {
    return "the library of sqlite-jdbc " + engineVersion;
  }

  @Override
  public boolean isEngineShared() {
    return true;
  }

  @Override
  public List<String> tried() {
    return List.of(engine() + ": loaded");
  }

  @Override
  public List<String> warnings() {
    return EngineVersion.isSafe(engineVersion)
        ? List.of()
        : List.of(EngineVersion.danger(engineVersion));
  }

  @Override
  public DriverConnection open(OpenOptions options) {
    String url = JDBC.PREFIX + options.fileName();
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
    connection.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, options.maxSqlBytes());
    connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, options.maxAttached());
    // Only the flag, no statement: otherwise the driver adds an empty BEGIN and COMMIT after each
    // statement.
    connection.getConnectionConfig().setAutoCommit(false);
    return JdbcConnection.on(connection);
  }

  private static SQLiteConfig config(OpenOptions options) {
    SQLiteConfig config = new SQLiteConfig();
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout(options.busyMillis());
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
}
