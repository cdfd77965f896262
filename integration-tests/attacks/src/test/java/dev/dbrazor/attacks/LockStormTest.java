package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.Durability;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.TransactionDoomedException;
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
    assertTrue(
        ledger.refused() >= Figures.number("storm", 150) / 10 && ledger.stored() > 0,
        ledger::toString);
    Figures.print(
        "lock storm: %d commits acknowledged and stored, %d refused and not stored, %d unknown",
        ledger.stored(), ledger.refused(), ledger.unknown());
  }

  private static void storm(Database db, EntryDao entries, Ledger ledger) {
    int commits = Figures.number("storm", 150);
    // Longer where so few locks were met that it was no storm.
    for (int i = 0; i < commits || ledger.refused() < commits / 10 && i < 100 * commits; i++) {
      Entry entry = Entry.of(i, "s");
      Runnable alone = () -> entries.insert(entry);
      Runnable inTransaction = () -> db.transaction(alone::run);
      ledger.note(Ledger.attempt(i, i % 2 == 0 ? alone : inTransaction));
    }
  }

  @Test
  void doomedTransactionsWriteNothingMore() throws Exception {
    int times = Figures.number("doomed", 50);
    Path file = directory.resolve("doomed.db");
    try (Database db = Database.open(file)) {
      EntryDao entries = new EntryDao(db);
      db.execute(
          """
          CREATE TRIGGER bomb BEFORE INSERT ON entries WHEN new.text = 'bomb'
          BEGIN SELECT RAISE(ROLLBACK, 'doomed'); END""");
      try (Child other = Child.start(LockingProcess.class, file)) {
        assertEquals("ready", other.line());
        for (int i = 0; i < times; i++) {
          doom(db, entries, i);
          entries.insert(Entry.of(i, "good"));
        }
      }
      assertEquals(times, entries.count());
      assertEquals(times, entries.where(Entry_.text.eq("good")).count());
    }
    Figures.print("%d doomed transactions beside another writer: nothing of them is stored", times);
  }

  private static void doom(Database db, EntryDao entries, int number) {
    TransactionDoomedException error =
        assertThrows(
            TransactionDoomedException.class,
            () ->
                db.transaction(
                    () -> {
                      entries.insert(Entry.of(number, "before"));
                      assertThrows(
                          DbRazorException.class, () -> entries.insert(Entry.of(number, "bomb")));
                      assertThrows(
                          TransactionDoomedException.class,
                          () -> entries.insert(Entry.of(number, "after")));
                    }));
    assertEquals(TransactionState.ROLLED_BACK, error.transactionState());
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
