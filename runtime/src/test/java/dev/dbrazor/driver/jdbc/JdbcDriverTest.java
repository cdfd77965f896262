package dev.dbrazor.driver.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.CheckConstraintException;
import dev.dbrazor.ConfigurationException;
import dev.dbrazor.ConstraintException;
import dev.dbrazor.CorruptDatabaseException;
import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.DriverException;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.MappingException;
import dev.dbrazor.NotNullException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.StatementException;
import dev.dbrazor.StorageException;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDBC driver on real files: values, result codes, names of files. */
class JdbcDriverTest {
  @TempDir Path directory;
  private final JdbcDriver driver = new JdbcDriver();
  private DriverConnection connection;

  @BeforeEach
  void open() {
    connection = open(directory.resolve("a b.db"), OpenMode.CREATE);
    run("PRAGMA foreign_keys = 1");
    run(
        "CREATE TABLE parent (id INTEGER PRIMARY KEY, a TEXT, b INTEGER CHECK (b > 0), UNIQUE (a, b)) STRICT");
    run(
        "CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES parent ON DELETE RESTRICT,"
            + " n TEXT NOT NULL DEFAULT 'x')");
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private DriverConnection open(Path file, OpenMode mode) {
    return driver.open(new OpenOptions(file, mode, Duration.ofMillis(20), 1_000_000));
  }

  private long run(String sql) {
    return run(connection, sql);
  }

  private static long run(DriverConnection on, String sql) {
    try (DriverStatement statement = on.prepare(sql)) {
      while (statement.step()) {
        statement.type(0);
      }
      return statement.changes();
    }
  }

  private <E extends DbRazorException> E fails(Class<E> type, String sql) {
    return assertThrows(type, () -> run(sql));
  }

  @Test
  void constraintsAreToldApartByExtendedCode() {
    run("INSERT INTO parent VALUES (1, 'a', 1)");
    run("INSERT INTO child (p) VALUES (1)");
    UniqueConstraintException unique =
        fails(UniqueConstraintException.class, "INSERT INTO parent VALUES (2, 'a', 1)");
    assertEquals(List.of("a", "b"), unique.details().columns());
    assertEquals(Optional.of("parent"), unique.collection());
    assertEquals("a, b", unique.component());
    UniqueConstraintException key =
        fails(UniqueConstraintException.class, "INSERT INTO parent VALUES (1, 'b', 1)");
    assertEquals(Optional.of("id"), key.column());
    NotNullException notNull =
        fails(NotNullException.class, "INSERT INTO child (p, n) VALUES (1, NULL)");
    assertEquals(Optional.of("n"), notNull.column());
    fails(CheckConstraintException.class, "INSERT INTO parent VALUES (2, 'a', 0)");
    fails(ForeignKeyException.class, "INSERT INTO child (p) VALUES (9)");
    fails(ForeignKeyException.class, "DELETE FROM parent");
    fails(MappingException.class, "INSERT INTO parent VALUES (2, 'a', 'text')");
    fails(MappingException.class, "INSERT INTO child (id) VALUES ('text')");
  }

  @Test
  void messageOfATriggerCannotPretendToBeAnotherConstraint() {
    run(
        "CREATE TRIGGER t BEFORE DELETE ON child"
            + " BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: parent.a'); END");
    run("INSERT INTO child (n) VALUES ('y')");
    ConstraintException e = fails(ConstraintException.class, "DELETE FROM child");
    assertEquals(ConstraintException.class, e.getClass());
  }

  @Test
  void indexOnAnExpressionNamesNoColumn() {
    run("CREATE UNIQUE INDEX lower_n ON child (lower(n))");
    run("INSERT INTO child (n) VALUES ('A')");
    UniqueConstraintException e =
        fails(UniqueConstraintException.class, "INSERT INTO child (n) VALUES ('a')");
    assertEquals("", e.component());
    assertTrue(e.getMessage().contains("lower_n"), e.getMessage());
  }

  @Test
  void wrongStatementsAreTheCallersFault() {
    StatementException e = fails(StatementException.class, "SELECT nosuch FROM parent");
    assertEquals(Optional.of("SELECT nosuch FROM parent"), e.sql());
    fails(StatementException.class, "SELECT");
    fails(StatementException.class, "");
    fails(StatementException.class, " -- nothing \n /* at all */ ;");
    fails(StatementException.class, "ATTACH ':memory:' AS other");
    fails(StatementException.class, "INSERT INTO child (n) VALUES (zeroblob(2000000))");
    assertEquals(1, run("INSERT INTO child (n) VALUES ('still works')"));
  }

  @Test
  void lockedFileIsALockTimeout() {
    try (DriverConnection other = open(directory.resolve("a b.db"), OpenMode.READ_WRITE)) {
      run(other, "BEGIN EXCLUSIVE");
      fails(LockTimeoutException.class, "INSERT INTO child (n) VALUES ('x')");
      run(other, "ROLLBACK");
    }
  }

  @Test
  void readOnlyConnectionRefusesWrites() {
    try (DriverConnection reader = open(directory.resolve("a b.db"), OpenMode.READ_ONLY)) {
      assertThrows(ReadOnlyDatabaseException.class, () -> run(reader, "DELETE FROM child"));
    }
  }

  @Test
  void fileThatIsNoDatabaseIsCorrupt() throws Exception {
    Path file = Files.writeString(directory.resolve("text.db"), "no database, ".repeat(100));
    assertThrows(CorruptDatabaseException.class, () -> open(file, OpenMode.READ_WRITE));
  }

  @Test
  void missingFileAndDirectoryAreStorageErrors() {
    assertThrows(
        StorageException.class, () -> open(directory.resolve("no.db"), OpenMode.READ_WRITE));
    assertThrows(
        StorageException.class, () -> open(directory.resolve("no/no.db"), OpenMode.CREATE));
    assertFalse(Files.exists(directory.resolve("no.db")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.db?journal_mode=off", ":memory:", "file:x.db", ":resource:http://x/y.db"})
  void nameThatMeansMoreThanAFileIsRefused(String name) {
    assertThrows(ConfigurationException.class, () -> open(Path.of(name), OpenMode.CREATE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.7.0", "3.46.1.0", "3.51.2"})
  void engineThatCanCorruptIsRefused(String version) {
    assertThrows(DriverException.class, () -> JdbcDriver.requireSafe(version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.51.3", "3.54.1.0", "4.0.0"})
  void safeEngineIsAccepted(String version) {
    JdbcDriver.requireSafe(version);
  }

  @Test
  void emptyTextAndBlobAreNotNull() {
    try (DriverStatement row = connection.prepare("SELECT '', x'', NULL, 'ä€😀', x'0001'")) {
      assertTrue(row.step());
      assertEquals("", row.text(0));
      assertArrayEquals(new byte[0], row.blob(1));
      assertNull(row.text(2));
      assertNull(row.blob(2));
      assertEquals(ColumnType.NULL, row.type(2));
      assertEquals(0, row.int64(2));
      assertEquals("ä€😀", row.text(3));
      assertArrayEquals(new byte[] {0, 1}, row.blob(4));
      assertFalse(row.step());
      assertThrows(StatementException.class, () -> row.int64(0));
    }
  }

  @Test
  void boundValuesComeBackExactly() {
    try (DriverStatement row = connection.prepare("SELECT ?, ?, ?, ?, ?, ?")) {
      assertEquals(6, row.parameterCount());
      row.bindInt64(1, Long.MIN_VALUE);
      row.bindFloat64(2, Double.MIN_VALUE);
      row.bindText(3, "");
      row.bindBlob(4, new byte[0]);
      row.bindText(5, "x".repeat(10_000));
      row.bindNull(6);
      assertTrue(row.step());
      assertEquals(Long.MIN_VALUE, row.int64(0));
      assertEquals(Double.MIN_VALUE, row.float64(1));
      assertEquals(ColumnType.TEXT, row.type(2));
      assertEquals(ColumnType.BLOB, row.type(3));
      assertEquals(10_000, row.text(4).length());
      assertThrows(StatementException.class, () -> row.bindNull(7));
      row.reset();
      assertTrue(row.step());
      assertEquals(ColumnType.NULL, row.type(0));
      assertEquals(ColumnType.NULL, row.type(4));
    }
  }

  @Test
  void textOfAUtf16DatabaseIsReadRight() {
    Path file = directory.resolve("utf16.db");
    try (DriverConnection first = open(file, OpenMode.CREATE)) {
      run(first, "PRAGMA encoding = 'UTF-16le'");
      run(first, "CREATE TABLE t (x TEXT)");
      run(first, "INSERT INTO t VALUES ('ä€😀')");
    }
    try (DriverConnection second = open(file, OpenMode.READ_WRITE);
        DriverStatement row = second.prepare("SELECT x, '' FROM t")) {
      assertTrue(row.step());
      assertEquals("ä€😀", row.text(0));
      assertEquals("", row.text(1));
    }
  }

  @Test
  void changesAreThoseOfTheStatementItself() {
    assertEquals(3, run("INSERT INTO child (n) VALUES ('a'), ('b'), ('c')"));
    assertEquals(0, run("CREATE TABLE later (x)"));
    assertEquals(0, run("UPDATE child SET n = 'z' WHERE id = 99"));
    assertEquals(2, run("UPDATE child SET n = 'z' WHERE id < 3 RETURNING id"));
    assertEquals(0, run("SELECT 1"));
    assertEquals(3, run("DELETE FROM child"));
  }

  @Test
  void fatalErrorMakesTheStatementUnusableOnly() {
    DriverStatement limited = connection.prepare("INSERT INTO child (n) VALUES (zeroblob(?))");
    limited.bindInt64(1, 2_000_000);
    assertThrows(StatementException.class, limited::step);
    assertFalse(limited.reusable());
    limited.close();
    DriverStatement constrained = connection.prepare("INSERT INTO child (n) VALUES (?)");
    assertThrows(NotNullException.class, constrained::step);
    assertTrue(constrained.reusable());
    constrained.reset();
    constrained.bindText(1, "x");
    assertFalse(constrained.step());
    constrained.close();
  }

  @Test
  void statementOfAClosedConnectionThrows() {
    DriverStatement row = connection.prepare("SELECT 1");
    assertTrue(row.step());
    connection.close();
    assertThrows(DatabaseClosedException.class, () -> row.int64(0));
    assertThrows(DatabaseClosedException.class, row::step);
    row.reset();
    row.close();
  }

  @Test
  void transactionIsKnownWithoutDisturbingIt() {
    assertFalse(connection.inTransaction());
    run("BEGIN");
    run("INSERT INTO child (id) VALUES (1)");
    assertTrue(connection.inTransaction());
    run("COMMIT");
    assertFalse(connection.inTransaction());
    assertEquals(1, run("DELETE FROM child"));
  }
}
