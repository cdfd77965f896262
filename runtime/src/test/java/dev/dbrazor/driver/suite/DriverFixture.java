package dev.dbrazor.driver.suite;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One open connection to a real file, whatever the driver. */
abstract class DriverFixture {
  static final int MAX_VALUE_BYTES = 1_000_000;

  @TempDir Path directory;
  DriverConnection connection;

  protected abstract Driver driver();

  @BeforeEach
  void open() {
    connection = open(file(), OpenMode.CREATE);
    run("PRAGMA foreign_keys = 1");
    run(
        "CREATE TABLE parent (id INTEGER PRIMARY KEY, a TEXT, b INTEGER CHECK (b > 0), UNIQUE (a, b)) STRICT");
    run(
        "CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES parent ON DELETE RESTRICT,"
            + " n TEXT NOT NULL DEFAULT 'x')");
  }

  @AfterEach
  void close() {
    if (connection != null) {
      connection.close();
    }
  }

  Path file() {
    return directory.resolve("a b.db");
  }

  DriverConnection open(Path file, OpenMode mode) {
    return driver().open(new OpenOptions(file, mode, Duration.ofMillis(20), MAX_VALUE_BYTES));
  }

  long run(String sql) {
    return run(connection, sql);
  }

  static long run(DriverConnection on, String sql) {
    try (DriverStatement statement = on.prepare(sql)) {
      while (statement.step()) {
        statement.type(0);
      }
      return statement.changes();
    }
  }

  <E extends DbRazorException> E fails(Class<E> type, String sql) {
    return assertThrows(type, () -> run(sql));
  }
}
