package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Lease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The write-ahead log stays short, and whoever keeps it long is named. */
@Timeout(20)
class LogWatchTest {
  private static final long MIB = 1 << 20;

  @TempDir Path directory;
  private Database db;

  @BeforeEach
  void open() {
    db = open(ConnectionLimits.NONE);
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, data BLOB)");
  }

  private Database open(ConnectionLimits limits) {
    return Database.open(
        DatabaseConfig.builder()
            .path(directory.resolve("shop.db"))
            .durability(Durability.RELAXED)
            .limits(limits)
            .build());
  }

  @AfterEach
  void close() {
    db.close();
  }

  private void write(int mebibytes) {
    for (int i = 0; i < mebibytes; i++) {
      db.execute("INSERT INTO t (data) VALUES (zeroblob(?))", MIB - 10_000);
    }
  }

  private long log() {
    return db.health().logBytes();
  }

  @Test
  void pinnedSnapshotRaisesTheAlarmAndItsReleaseEmptiesTheLog() {
    try (Warnings warnings = Warnings.ofPool()) {
      Lease pin = pin();
      assertFalse(db.health().logAlarm());
      long before = 0;
      for (int i = 0; i < 100 && !db.health().logAlarm(); i++) {
        write(1);
        before = log();
      }
      long size = before;
      assertTrue(db.health().logAlarm() && size < 64 * MIB, () -> "late: " + size);
      warnings.await(directory.resolve("shop.db-wal") + " grows");
      assertTrue(Warnings.names(warnings.await("This may be one of them"), "pin"));
      write(5);
      assertTrue(db.health().logAlarm());
      pin.close();
      Eventually.is(() -> !db.health().logAlarm() && log() < 8 * MIB);
      assertEquals(List.of(), db.verify());
    }
  }

  private Lease pin() {
    Lease lease = db.sessions().hold();
    try (DriverStatement count = lease.session().prepare("SELECT count(*) FROM t")) {
      assertTrue(count.step());
    }
    return lease;
  }

  @Test
  void readThatMayNotLastSoLongLetsTheLogGo() {
    db.close();
    db = open(ConnectionLimits.NONE.longestRead(Duration.ofSeconds(3)));
    Lease pin = pin();
    for (int i = 0; i < 100 && !db.health().logAlarm(); i++) {
      write(1);
    }
    assertTrue(db.health().logAlarm());
    Eventually.is(() -> !db.health().logAlarm() && log() < 8 * MIB);
    pin.close();
  }

  @Test
  void hugeTransactionLeavesNoHugeLog() {
    db.transaction(() -> write(80));
    for (int i = 0; i < 200 && log() > 8 * MIB; i++) {
      db.execute("INSERT INTO t (data) VALUES (NULL)");
    }
    assertTrue(log() < 8 * MIB);
    assertEquals(List.of(), db.verify());
  }

  @Test
  void whenNobodyWritesTheLogIsMovedIntoTheFile() {
    write(1);
    long file = db.health().fileBytes();
    assertTrue(file < MIB / 2, "moved before it could be seen");
    Eventually.is(() -> db.health().fileBytes() > MIB / 2);
    assertFalse(db.health().logAlarm());
  }

  @Test
  void optimizeBringsStatisticsUp() {
    fillForStatistics();
    assertEquals(0, statistics());
    db.optimize();
    assertTrue(statistics() > 0);
  }

  @Test
  void statisticsComeByThemselvesWhenNobodyWrites() {
    db.close();
    db = open(ConnectionLimits.NONE.optimizeEvery(Duration.ofMillis(1)));
    fillForStatistics();
    Eventually.is(() -> statistics() > 0);
  }

  private void fillForStatistics() {
    db.execute("CREATE INDEX t_data ON t (data)");
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
            + "INSERT INTO t SELECT i, i FROM n");
  }

  private int statistics() {
    return db.query("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'", row -> 1).size();
  }
}
