package dev.dbrazor.nativedriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.ConfigurationException;
import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.DriverChoice;
import dev.dbrazor.DriverException;
import dev.dbrazor.StatementException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A database on NATIVE, and what only this driver does. */
@NeedsEngine
class NativeDatabaseTest {
  @TempDir Path directory;

  private Database open(DriverChoice choice) {
    return Database.open(
        DatabaseConfig.builder().path(directory.resolve("a.db")).driver(choice).build());
  }

  private DriverConnection connect() {
    return new NativeDriver(EngineChoice.SAFE)
        .open(
            new OpenOptions(
                directory.resolve("a.db"), OpenMode.CREATE, Duration.ofMillis(20), 1_000_000));
  }

  private static boolean step(DriverConnection on, String sql) {
    try (DriverStatement statement = on.prepare(sql)) {
      return statement.step();
    }
  }

  @Test
  void nativeIsChosenByItselfAndSaysWhy() {
    try (Database db = open(DriverChoice.AUTO)) {
      assertEquals("NATIVE", db.driver().name());
      assertEquals("the fastest one found", db.driver().reason());
      assertEquals(List.of(), db.driver().warnings());
      List<String> tried = db.driver().tried();
      String last = tried.get(tried.size() - 1);
      assertTrue(last.startsWith("NATIVE: "), last);
      assertTrue(last.endsWith(": loaded, SQLite " + db.driver().engineVersion()), last);
    }
    try (Database db = open(DriverChoice.NATIVE)) {
      assertEquals("asked for", db.driver().reason());
    }
    try (Database db = open(DriverChoice.JDBC)) {
      assertEquals("JDBC", db.driver().name());
    }
  }

  @Test
  void secondLibraryInOneProcessIsRefused() {
    DatabaseConfig config =
        DatabaseConfig.builder()
            .path(directory.resolve("a.db"))
            .driver(DriverChoice.NATIVE)
            .sqliteLibrary(directory.resolve("other.so"))
            .build();
    try (Database db = open(DriverChoice.NATIVE)) {
      DriverException e = assertThrows(DriverException.class, () -> Database.open(config).close());
      assertTrue(e.getMessage().contains("a process uses one library"), e.getMessage());
      assertEquals(1L, db.query("SELECT 1", row -> row.int64(0)).get(0));
    }
  }

  @Test
  void rowsGoInAndComeOut() {
    try (Database db = open(DriverChoice.NATIVE)) {
      db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT) STRICT");
      db.transaction(
          () -> {
            db.execute("INSERT INTO t VALUES (?, ?)", 1, "one");
            db.execute("INSERT INTO t VALUES (?, ?)", 2, "zw\u00f6i");
          });
      assertEquals(
          List.of("one", "zw\u00f6i"),
          db.query("SELECT name FROM t ORDER BY id", row -> row.text("name")));
    }
  }

  @Test
  void backUpIsAWholeCopy() {
    Path copy = directory.resolve("copy.db");
    try (Database db = open(DriverChoice.NATIVE)) {
      db.execute("CREATE TABLE t (x)");
      db.execute("INSERT INTO t VALUES (1)");
      db.backupTo(copy);
    }
    try (Database db = Database.open(copy)) {
      assertEquals(List.of(1L), db.query("SELECT x FROM t", row -> row.int64("x")));
    }
  }

  @Test
  void fileOpenInOneEngineIsRefusedByAnother() {
    try (Database db = open(DriverChoice.NATIVE)) {
      db.execute("CREATE TABLE t (x)");
      ConfigurationException e =
          assertThrows(ConfigurationException.class, () -> open(DriverChoice.JDBC).close());
      assertTrue(e.getMessage().contains("engine: the "), e.getMessage());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fileThatAnotherCopyHasOpenIsRefused() throws SQLException {
    try (Connection other =
        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("a.db"))) {
      other.createStatement().execute("CREATE TABLE t (x)");
      DriverException e =
          assertThrows(DriverException.class, () -> open(DriverChoice.NATIVE).close());
      assertTrue(e.getMessage().contains("open already in this process"), e.getMessage());
    }
    try (Database db = open(DriverChoice.NATIVE)) {
      assertEquals(1, db.execute("INSERT INTO t VALUES (1)"));
    }
  }

  @Test
  void doubleQuotesAreNoStrings() {
    try (DriverConnection connection = connect()) {
      assertThrows(StatementException.class, () -> step(connection, "SELECT \"nosuch\""));
      assertThrows(
          StatementException.class,
          () -> step(connection, "CREATE TABLE t (x CHECK (x <> \"nosuch\"))"));
    }
  }

  @Test
  void schemaCannotBeWrittenAsATable() {
    try (DriverConnection connection = connect()) {
      step(connection, "PRAGMA writable_schema = 1");
      assertThrows(
          DbRazorException.class, () -> step(connection, "UPDATE sqlite_schema SET sql = 'x'"));
      step(connection, "PRAGMA journal_mode = OFF");
      try (DriverStatement mode = connection.prepare("PRAGMA journal_mode")) {
        assertTrue(mode.step());
        assertEquals("delete", mode.text(0));
      }
    }
  }

  @Test
  @Timeout(30)
  void closeEndsAStatementThatRunsInAnotherThread() throws Exception {
    DriverConnection connection = connect();
    DriverStatement endless =
        connection.prepare(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                + " SELECT count(*) FROM n");
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(
            () -> {
              started.countDown();
              assertThrows(DbRazorException.class, endless::step);
            });
    started.await();
    connection.close();
    run.get();
    endless.close();
  }
}
