package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.ConnectionLimits;
import dev.dbrazor.CursorClosedException;
import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.Durability;
import dev.dbrazor.LockTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that stays while others write. */
class PinnedReaderTest {
  private static final long MIB = 1 << 20;

  @TempDir Path directory;
  private long alarmAt;

  @Test
  void aPinnedReaderRaisesTheAlarmAndItsReleaseShortensTheLog() {
    DatabaseConfig config =
        DatabaseConfig.builder()
            .path(directory.resolve("pinned.db"))
            .durability(Durability.RELAXED)
            .build();
    try (Database db = Database.open(config)) {
      EntryDao entries = new EntryDao(db);
      entries.insertAll(List.of(Entry.of(-1, "a"), Entry.of(-1, "b")));
      int commits = Figures.number("commits", 400);
      long longest;
      try (Stream<Entry> stream = entries.query().stream()) {
        Iterator<Entry> pinned = stream.iterator();
        pinned.next();
        commit(db, entries, commits);
        longest = db.health().logBytes();
        assertEquals("b", pinned.next().text());
        assertTrue(!pinned.hasNext(), "the snapshot has changed");
      }
      assertTrue(alarmAt > 0 && alarmAt < 64 * MIB, () -> "alarm at " + alarmAt);
      long millis =
          Eventually.is(() -> !db.health().logAlarm() && db.health().logBytes() < 8 * MIB);
      assertEquals(commits + 2, entries.count());
      Figures.print(
          "pinned reader: %d commits, alarm at %d MiB, log %d MiB at the end, "
              + "%d MiB %d ms after the release",
          commits, alarmAt / MIB, longest / MIB, db.health().logBytes() / MIB, millis);
    }
  }

  @Test
  void aReaderOverItsAgeIsClosedWithAnErrorThatNamesItsOpener() {
    int commits = Figures.number("commits", 400);
    DatabaseConfig config =
        DatabaseConfig.builder()
            .path(directory.resolve("aged.db"))
            .durability(Durability.RELAXED)
            .limits(ConnectionLimits.NONE.longestRead(Duration.ofMillis(200)))
            .build();
    try (Database db = Database.open(config)) {
      EntryDao entries = new EntryDao(db);
      entries.insertAll(List.of(Entry.of(-1, "a"), Entry.of(-1, "b")));
      try (Stream<Entry> stream = entries.query().stream()) {
        Iterator<Entry> pinned = stream.iterator();
        pinned.next();
        commit(db, entries, commits);
        Eventually.is(() -> checkpoints(db));
        assertTrue(db.health().logBytes() < 8 * MIB);
        CursorClosedException error = assertThrows(CursorClosedException.class, pinned::next);
        Throwable opener = error.getCause();
        assertTrue(
            Stream.of(opener.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().startsWith("aReaderOverItsAge")),
            opener::toString);
        Figures.print("reader over its age, %d commits: %s", commits, error.getMessage());
      }
      assertEquals(commits + 2, entries.count());
    }
  }

  /** False: an older snapshot is still read. */
  private static boolean checkpoints(Database db) {
    try {
      db.checkpoint();
      return true;
    } catch (LockTimeoutException stillRead) {
      return false;
    }
  }

  private void commit(Database db, EntryDao entries, int commits) {
    String text = "p".repeat((int) (64 * MIB / commits));
    for (int i = 0; i < commits; i++) {
      entries.insert(Entry.of(i, text));
      if (alarmAt == 0 && db.health().logAlarm()) {
        alarmAt = db.health().logBytes();
      }
    }
  }
}
