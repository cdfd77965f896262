package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Lease;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a database with two readers tells about itself. */
@Timeout(60)
class HealthTest {
  @TempDir Path directory;
  private Database db;

  @BeforeEach
  void open() {
    db = Database.open(DatabaseConfig.builder().path(file()).readers(2).build());
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER REFERENCES t (id))");
  }

  @AfterEach
  void close() {
    db.close();
  }

  private Path file() {
    return directory.resolve("shop.db");
  }

  private long one() {
    return db.query("SELECT 1", row -> row.int64(0)).get(0);
  }

  private static void step(Lease lease) {
    try (DriverStatement statement = lease.session().prepare("SELECT 1")) {
      assertTrue(statement.step());
    }
  }

  @Test
  void idleDatabaseIsHealthy() throws Exception {
    one();
    long log = Files.size(directory.resolve("shop.db-wal"));
    assertTrue(log > 0);
    assertEquals(
        new DatabaseHealth(true, file(), Files.size(file()), log, false, Duration.ZERO, 0, 0, 2, 0),
        db.health());
  }

  @Test
  void healthShowsWhoHoldsAndWhoWaits() throws Exception {
    CompletableFuture<Long> waiter = new CompletableFuture<>();
    db.transaction(
        () -> {
          new Thread(() -> waiter.complete(db.execute("INSERT INTO t VALUES (1, NULL)"))).start();
          while (db.health().writersWaiting() == 0) {
            Thread.onSpinWait();
          }
          assertTrue(db.health().writerHeld().compareTo(Duration.ZERO) > 0);
          assertEquals(1, db.stats().waiting());
        });
    assertEquals(1, waiter.get(10, TimeUnit.SECONDS));
    assertEquals(Duration.ZERO, db.health().writerHeld());
    assertEquals(1, db.stats().waits());
    try (Lease cursor = db.sessions().hold()) {
      step(cursor);
      assertEquals(1, db.health().readersInUse());
      assertEquals(1, db.health().readersFree());
    }
  }

  @Test
  void closedDatabaseSaysSo() {
    try (Database other = Database.open(DatabaseConfig.builder().path(file()).readers(2).build())) {
      db.close();
      assertFalse(db.health().open());
      assertTrue(other.health().open());
      assertEquals(file(), db.health().file());
      assertThrows(DatabaseClosedException.class, db::stats);
      assertThrows(DatabaseClosedException.class, db::verify);
    }
    assertTrue(db.health().fileBytes() > 0);
    assertEquals(0, db.health().logBytes());
  }

  @Test
  void connectionsAreCounted() {
    DatabaseStats before = db.stats();
    assertEquals(3, before.limit());
    assertEquals(0, before.active());
    try (Lease one = db.sessions().hold();
        Lease two = db.sessions().hold();
        Lease extra = db.sessions().hold()) {
      List.of(one, two, extra).forEach(HealthTest::step);
      DatabaseStats during = db.stats();
      assertEquals(4, during.open());
      assertEquals(3, during.active());
      assertEquals(1, during.idle());
    }
    DatabaseStats after = db.stats();
    assertEquals(3, after.open());
    assertEquals(3, after.idle());
    assertEquals(4, after.opened());
    assertEquals(before.acquisitions() + 3, after.acquisitions());
    assertEquals(before.waits(), after.waits());
  }

  @Test
  void statementsAreFoundAgain() {
    one();
    DatabaseStats before = db.stats();
    for (int i = 0; i < 100; i++) {
      one();
    }
    DatabaseStats after = db.stats();
    assertEquals(before.statementHits() + 100, after.statementHits());
    assertEquals(before.statementMisses(), after.statementMisses());
    assertEquals(before.acquisitions() + 100, after.acquisitions());
    db.query("SELECT 2", row -> row.int64(0));
    assertEquals(before.statementMisses() + 1, db.stats().statementMisses());
  }

  @Test
  void verifyingAnIntactFileFindsNothing() {
    db.execute("INSERT INTO t VALUES (1, NULL), (2, 1)");
    assertEquals(List.of(), db.verify());
    db.transaction(() -> assertEquals(List.of(), db.verify()));
  }

  @Test
  void verifyingNamesBrokenReferences() throws Exception {
    db.close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO t VALUES (7, 99)");
    }
    db = Database.open(file());
    assertEquals(
        List.of(
            new Finding(
                Finding.Check.FOREIGN_KEY,
                Optional.of("t"),
                Optional.of(7L),
                "t refers to a row of t that does not exist")),
        db.verify());
  }

  @Test
  void verifyingFindsDamagedPages() throws Exception {
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
            + "INSERT INTO t SELECT i, NULL FROM n");
    db.close();
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[3 * 4096]), 10 * 4096);
    }
    db = Database.open(file());
    List<Finding> findings = db.verify();
    assertFalse(findings.isEmpty());
    assertEquals(Finding.Check.STRUCTURE, findings.get(0).check());
    assertEquals(1, one());
  }

  @Test
  void interruptedVerificationEnds() {
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) "
            + "INSERT INTO t SELECT i, i FROM n");
    Thread.currentThread().interrupt();
    assertThrows(OperationInterruptedException.class, db::verify);
    assertTrue(Thread.interrupted());
  }

  @Test
  void verifyingFindsIndexesThatDifferFromTheirTables() throws Exception {
    db.execute("CREATE INDEX t_x ON t (x)");
    db.close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA writable_schema = ON");
      statement.executeUpdate(
          "UPDATE sqlite_schema SET sql = 'CREATE INDEX t_x ON t (x) WHERE x > 5'"
              + " WHERE name = 't_x'");
    }
    db = Database.open(file());
    db.execute("INSERT INTO t VALUES (1, 1)");
    db.close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA writable_schema = ON");
      statement.executeUpdate(
          "UPDATE sqlite_schema SET sql = 'CREATE INDEX t_x ON t (x)' WHERE name = 't_x'");
    }
    db = Database.open(file());
    List<Finding> findings = db.verify();
    assertFalse(findings.isEmpty());
    assertTrue(findings.get(0).message().contains("t_x"), findings.toString());
  }

  @Test
  void errorsNameTheFile() throws Exception {
    db.close();
    DatabaseClosedException closed = assertThrows(DatabaseClosedException.class, this::one);
    assertEquals("The database " + file() + " is closed; open it again", closed.getMessage());
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[4096]), 4096);
    }
    db = Database.open(file());
    CorruptDatabaseException damaged =
        assertThrows(
            CorruptDatabaseException.class,
            () -> db.query("SELECT count(x) FROM t", row -> row.int64(0)));
    assertTrue(
        damaged.getMessage().startsWith("The file " + file() + " is damaged: "),
        damaged.getMessage());
  }
}
