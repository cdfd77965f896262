package dev.dbrazor.pool;

import dev.dbrazor.CorruptDatabaseException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.DriverException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.StorageException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections, sets what SQLite keeps for each connection, reads it back, and knows all that
 * are open.
 */
final class Connections {
  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final PoolSettings settings;
  private final PoolState pool;
  private final Set<PooledConnection> open = ConcurrentHashMap.newKeySet();
  private ConnectionTotals closed = ConnectionTotals.ZERO;

  Connections(PoolSettings settings, PoolState pool) {
    this.settings = settings;
    this.pool = pool;
  }

  PooledConnection openWriter() {
    return open(OpenMode.CREATE);
  }

  PooledConnection openReader() {
    return open(settings.readOnly() ? OpenMode.READ_ONLY : OpenMode.READ_WRITE);
  }

  /** Outside the pool, for one piece of work; to be closed after it. */
  PooledConnection openForMaintenance() {
    return open(OpenMode.MAINTENANCE);
  }

  private PooledConnection open(OpenMode mode) {
    requirePlace();
    DriverConnection connection = connect(mode);
    try {
      setUp(connection, mode);
    } catch (DbRazorException e) {
      connection.close();
      throw explained(e);
    }
    PooledConnection pooled =
        new PooledConnection(
            connection,
            pool,
            settings.statementCacheSize(),
            mode == OpenMode.READ_ONLY || mode == OpenMode.READ_WRITE,
            new LockWait(
                connection,
                pool,
                mode == OpenMode.CREATE ? settings.busyTimeout() : Duration.ZERO));
    open.add(pooled);
    return pooled;
  }

  private DriverConnection connect(OpenMode mode) {
    OpenOptions options =
        new OpenOptions(settings.file(), mode, settings.busyTimeout(), settings.maxValueBytes());
    try {
      return settings.driver().open(options);
    } catch (StorageException | ReadOnlyDatabaseException | CorruptDatabaseException e) {
      throw explained(e);
    }
  }

  private void requirePlace() {
    Path directory = settings.file().getParent();
    if (directory != null && !Files.isDirectory(directory)) {
      throw new StorageException(
          "Cannot open " + settings.file() + ": " + directory + " is not a directory");
    }
    if (Files.isDirectory(settings.file())) {
      throw new StorageException(
          "Cannot open " + settings.file() + ": it is a directory, not a database file");
    }
    // Asked before the engine is, which would open it read-only and leave files beside it.
    if (!settings.readOnly()
        && Files.exists(settings.file())
        && !Files.isWritable(settings.file())) {
      throw new StorageException(
          "Cannot open " + settings.file() + " for writing: the file is not writable");
    }
    if (settings.readOnly() && !Files.isRegularFile(settings.file())) {
      throw new StorageException(
          "Cannot open " + settings.file() + " read-only: it is not an existing file");
    }
  }

  /** A WAL file cannot even be read without writing beside it. */
  private DbRazorException explained(DbRazorException e) {
    if (e instanceof CorruptDatabaseException) {
      return pool.corrupt(e);
    }
    Path directory = settings.file().getParent();
    boolean closed = directory != null && !Files.isWritable(directory);
    if (e instanceof StorageException || closed && e instanceof ReadOnlyDatabaseException) {
      String reason =
          closed
              ? "a database in WAL mode needs to write in "
                  + directory
                  + ", which is not writable ("
                  + e.getMessage()
                  + ")"
              : String.valueOf(e.getMessage());
      String message = "Cannot open " + settings.file() + ": " + reason;
      return new StorageException(
          ErrorDetails.of(ErrorCode.STORAGE, message).withSql(e.sql().orElse(null)), e);
    }
    return e;
  }

  private void setUp(DriverConnection connection, OpenMode mode) {
    if (mode == OpenMode.CREATE) {
      useLog(connection);
      requireSetting(connection, "PRAGMA wal_autocheckpoint = 1000", "1000");
    }
    requireSetting(connection, "PRAGMA mmap_size = 0", "0");
    set(connection, pragmas(mode));
    // Touches the file, so that one that is no database is found out here.
    text(connection, "SELECT count(*) FROM sqlite_schema");
    if (mode == OpenMode.CREATE) {
      String millis =
          Long.toString(Math.min(LockWait.ENGINE_MILLIS, settings.busyTimeout().toMillis()));
      requireSetting(connection, "PRAGMA busy_timeout = " + millis, millis);
    }
  }

  /** Those that say nothing when they are set. */
  private Map<String, Integer> pragmas(OpenMode mode) {
    Map<String, Integer> pragmas = new LinkedHashMap<>();
    if (mode == OpenMode.CREATE) {
      pragmas.put("synchronous", settings.durability().ordinal());
    } else if (mode != OpenMode.MAINTENANCE) {
      pragmas.put("temp_store", 2);
      pragmas.put("query_only", 1);
    }
    pragmas.put("foreign_keys", 1);
    pragmas.put("recursive_triggers", 1);
    pragmas.put("trusted_schema", 0);
    pragmas.put("cell_size_check", 1);
    pragmas.put("cache_size", -8000);
    return pragmas;
  }

  /**
   * The engine does not wait for its busy timeout where two connections to a new file do this at
   * the same instant, since each could wait for the other; so it is tried again that long.
   */
  private void useLog(DriverConnection connection) {
    long end = System.nanoTime() + settings.busyTimeout().toNanos();
    while (true) {
      try {
        requireSetting(connection, "PRAGMA journal_mode = WAL", "wal");
        return;
      } catch (LockTimeoutException e) {
        if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(RETRY_NANOS));
      }
    }
  }

  /**
   * All are then looked at by one statement, since each costs a start; in the schema {@code temp},
   * where no file can have put a table of such a name.
   */
  private static void set(DriverConnection connection, Map<String, Integer> pragmas) {
    for (Map.Entry<String, Integer> each : pragmas.entrySet()) {
      text(connection, "PRAGMA " + each.getKey() + " = " + each.getValue());
    }
    String all = "SELECT * FROM temp.pragma_" + String.join(", temp.pragma_", pragmas.keySet());
    try (DriverStatement row = connection.prepare(all)) {
      boolean answered = row.step();
      int column = 0;
      for (Map.Entry<String, Integer> each : pragmas.entrySet()) {
        String answer = answered ? row.text(column++) : null;
        require("PRAGMA " + each.getKey(), each.getValue().toString(), answer);
      }
    }
  }

  private static void requireSetting(DriverConnection connection, String sql, String expected) {
    require(sql, expected, text(connection, sql));
  }

  private static void require(String sql, String expected, @Nullable String actual) {
    if (!expected.equalsIgnoreCase(actual)) {
      throw new DriverException(
          "The engine answers '" + actual + "' to " + sql + " instead of '" + expected + "'");
    }
  }

  private static String text(DriverConnection connection, String sql) {
    try (DriverStatement statement = connection.prepare(sql)) {
      return statement.step() ? String.valueOf(statement.text(0)) : "";
    }
  }

  void close(PooledConnection connection) {
    retire(connection);
    connection.close();
  }

  private synchronized void retire(PooledConnection connection) {
    if (open.remove(connection)) {
      closed = closed.plus(connection.totals());
    }
  }

  /** Of all connections, closed ones included. */
  synchronized ConnectionTotals totals() {
    ConnectionTotals sum = closed;
    for (PooledConnection connection : open) {
      sum = sum.plus(connection.totals());
    }
    return sum;
  }

  void interruptAll() {
    open.forEach(PooledConnection::interrupt);
  }

  /** Closes all; the first failure is thrown after the last one was tried. */
  void closeAll() {
    DbRazorException failure = null;
    for (PooledConnection connection : open) {
      try {
        close(connection);
      } catch (DbRazorException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  void forEach(Consumer<PooledConnection> action) {
    open.forEach(action);
  }

  /** How long each of the last loans of the open ones was waited for, in ascending order. */
  long[] waits() {
    return open.stream().flatMapToLong(each -> each.loans().nanos()).sorted().toArray();
  }

  int count() {
    return open.size();
  }
}
