package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.Durability;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.TransactionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits that others, or the data, stand in the way of. */
class LockStormTest {
  @TempDir Path directory;

  @Test
  void anErrorInALockStormMeansNotStored() throws Exception {
    Path file = directory.resolve("storm.db");
    DatabaseConfig impatient =
        DatabaseConfig.builder()
            .path(file)
            .busyTimeout(Duration.ofMillis(2))
            .lockTimeout(Duration.ofMillis(3))
            .build();
    Ledger ledger = new Ledger();
    try (Database db = Database.open(impatient)) {
      EntryDao entries = new EntryDao(db);
      try (Child first = Child.start(LockingProcess.class, file);
          Child second = Child.start(LockingProcess.class, file)) {
        assertEquals("ready", first.line());
        assertEquals("ready", second.line());
        storm(db, entries, ledger);
      }
      ledger.assertAgrees(db.query("SELECT batch FROM entries", row -> row.int32(0)));
    }
    assertTrue(ledger.refused() > 0 && ledger.stored() > 0, ledger::toString);
    Figures.print(
        "lock storm: %d commits acknowledged and stored, %d refused and not stored, %d unknown",
        ledger.stored(), ledger.refused(), ledger.unknown());
  }

  private static void storm(Database db, EntryDao entries, Ledger ledger) {
    int commits = Figures.number("storm", 150);
    // Longer where the machine is so quiet that no lock was met.
    for (int i = 0; i < commits || ledger.refused() == 0 && i < 100 * commits; i++) {
      Entry entry = Entry.of(i, "s");
      ledger.note(Ledger.attempt(i, () -> db.transaction(() -> entries.insert(entry))));
    }
  }

  @Test
  void deferredForeignKeysThatFailAtCommitLeaveNothingBehind() {
    int times = Figures.number("deferred", 100);
    DatabaseConfig config =
        DatabaseConfig.builder()
            .path(directory.resolve("deferred.db"))
            .durability(Durability.RELAXED)
            .build();
    try (Database db = Database.open(config)) {
      EntryDao entries = new EntryDao(db);
      db.execute(
          "CREATE TABLE child (entry INTEGER REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED)");
      for (int i = 0; i < times; i++) {
        failAtCommit(db, entries);
        entries.insert(Entry.of(i, "good"));
      }
      assertEquals(times, entries.count());
      assertEquals(0, entries.where(Entry_.text.eq("bad")).count());
      assertEquals(List.of(), db.query("SELECT * FROM child", row -> 1));
      assertEquals(List.of(), db.verify());
    }
    Figures.print(
        "deferred foreign keys: %d failed at commit, none left anything to the next", times);
  }

  private static void failAtCommit(Database db, EntryDao entries) {
    ForeignKeyException error =
        assertThrows(
            ForeignKeyException.class,
            () ->
                db.transaction(
                    () -> {
                      entries.insert(Entry.of(0, "bad"));
                      db.execute("INSERT INTO child VALUES (-1)");
                    }));
    assertEquals(TransactionState.ROLLED_BACK, error.transactionState());
  }
}
