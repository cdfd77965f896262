package dev.dbrazor.driver.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.CheckConstraintException;
import dev.dbrazor.ConfigurationException;
import dev.dbrazor.ConstraintException;
import dev.dbrazor.CorruptDatabaseException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.MappingException;
import dev.dbrazor.NotNullException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.StatementException;
import dev.dbrazor.StorageException;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Error by error: extended result codes and what is left behind, for each driver. */
public abstract class ErrorSuite extends DriverFixture {
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
  void changedByteOfTheHeaderIsDamageOrHarmless() throws Exception {
    connection.close();
    byte[] healthy = Files.readAllBytes(file());
    Path file = directory.resolve("damaged.db");
    Map<ErrorCode, Integer> found = new EnumMap<>(ErrorCode.class);
    for (int place = 0; place < 100; place++) {
      for (int change : new int[] {0x01, 0x08, 0x80, 0xFF}) {
        byte[] damaged = healthy.clone();
        damaged[place] ^= (byte) change;
        Files.write(file, damaged);
        try (DriverConnection opened = open(file, OpenMode.READ_WRITE)) {
          run(opened, "SELECT count(*) FROM parent");
        } catch (DbRazorException e) {
          found.merge(e.code(), 1, Integer::sum);
        }
      }
    }
    assertEquals(Set.of(ErrorCode.CORRUPT_DATABASE), found.keySet());
    int formatNumber = 47;
    byte[] damaged = healthy.clone();
    damaged[formatNumber] = 9;
    Files.write(file, damaged);
    CorruptDatabaseException e =
        assertThrows(
            CorruptDatabaseException.class,
            () -> {
              try (DriverConnection opened = open(file, OpenMode.READ_WRITE)) {
                run(opened, "SELECT count(*) FROM parent");
              }
            });
    assertTrue(e.getMessage().contains("unsupported file format"), e.getMessage());
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

  @Test
  void statementThatSaysSoCanBeUsedAgainAfterAnError() {
    DriverStatement limited = connection.prepare("INSERT INTO child (n) VALUES (zeroblob(?))");
    limited.bindInt64(1, 2_000_000);
    assertThrows(StatementException.class, limited::step);
    if (limited.reusable()) {
      limited.reset();
      limited.bindInt64(1, 2);
      assertFalse(limited.step());
    }
    limited.close();
    DriverStatement constrained = connection.prepare("INSERT INTO child (n) VALUES (?)");
    assertThrows(NotNullException.class, constrained::step);
    assertTrue(constrained.reusable());
    constrained.reset();
    constrained.bindText(1, "x");
    assertFalse(constrained.step());
    assertEquals(1, constrained.changes());
    constrained.close();
  }

  @Test
  void failedStatementHoldsNoLock() {
    run("INSERT INTO child (id) VALUES (1)");
    DriverStatement failed = connection.prepare("INSERT INTO child (id) VALUES (1)");
    assertThrows(UniqueConstraintException.class, failed::step);
    try (DriverConnection other = open(file(), OpenMode.READ_WRITE)) {
      assertEquals(1, run(other, "INSERT INTO child (id) VALUES (2)"));
    }
    failed.close();
  }

  @Test
  void parameterThatDoesNotExistIsTheCallersFault() {
    try (DriverStatement row = connection.prepare("SELECT ?1")) {
      assertThrows(StatementException.class, () -> row.bindInt64(0, 1));
      assertThrows(StatementException.class, () -> row.bindText(2, "x"));
      assertThrows(StatementException.class, () -> row.bindBlob(2, new byte[1]));
      assertThrows(StatementException.class, () -> row.bindFloat64(-1, 1));
    }
  }

  @Test
  void valueLongerThanTheLimitIsRefused() {
    try (DriverStatement insert = connection.prepare("INSERT INTO child (n) VALUES (?)")) {
      assertThrows(
          StatementException.class,
          () -> {
            insert.bindText(1, "x".repeat(MAX_VALUE_BYTES + 1));
            insert.step();
          });
    }
    assertEquals(1, run("INSERT INTO child (n) VALUES ('still works')"));
  }

  @Test
  void errorNamesTheStatementAndTheEnginesWords() {
    StatementException e = fails(StatementException.class, "SELECT \u00e9 FROM parent");
    assertTrue(e.getMessage().contains("no such column: \u00e9"), e.getMessage());
  }
}
