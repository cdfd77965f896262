package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.Durability;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 of a process that writes in bulk. */
class KilledWriterTest {
  private static final int KILLS = Figures.number("kills", 3);

  @TempDir Path directory;
  private final Random random = new Random(9);
  private int acknowledged;

  @ParameterizedTest
  @EnumSource(Durability.class)
  void acknowledgedBatchesSurviveAKilledWriter(Durability durability) throws Exception {
    Path file = directory.resolve("killed.db");
    int next = 0;
    int unacknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      writeAndKill(file, durability, next);
      int stored = stored(file, next);
      assertTrue(stored >= acknowledged, "lost: " + stored + " of " + acknowledged);
      unacknowledged += stored - acknowledged;
      next = stored;
      acknowledged = stored;
    }
    Figures.print(
        "kill -9, %s: %d kills, %d batches stored, %d of them not acknowledged yet, 0 lost",
        durability, KILLS, next, unacknowledged);
  }

  private void writeAndKill(Path file, Durability durability, int next) throws Exception {
    try (Child writer = Child.start(BulkWriter.class, file, durability, next)) {
      int wanted = 1 + random.nextInt(40);
      for (int i = 0; i < wanted; i++) {
        note(writer.line());
      }
      writer.kill();
      writer.lines().forEach(this::note);
    }
  }

  /** Numbers are cut short when the process ends in the middle of one. */
  private void note(String line) {
    assertTrue(line.startsWith("stored ") || "stored ".startsWith(line), line);
    if (line.matches("stored \\d+")) {
      acknowledged = Math.max(acknowledged, Integer.parseInt(line.substring(7)) + 1);
    }
  }

  /** Batches are there from the first to the last, and whole. */
  private static int stored(Path file, int from) {
    try (Database db = Database.open(file)) {
      new EntryDao(db);
      assertEquals(List.of(), db.verify());
      List<int[]> batches =
          db.query(
              "SELECT batch, count(*) FROM entries WHERE batch >= ? GROUP BY batch ORDER BY batch",
              row -> new int[] {row.int32(0), row.int32(1)},
              from);
      int next = from;
      for (int[] batch : batches) {
        assertEquals(next++, batch[0]);
        assertEquals(BulkWriter.ROWS, batch[1]);
      }
      return next;
    }
  }
}
