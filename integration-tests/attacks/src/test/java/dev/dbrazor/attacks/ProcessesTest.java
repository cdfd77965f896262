package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four processes on one file. */
class ProcessesTest {
  private static final int PROCESSES = 4;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void makeTables() {
    file = directory.resolve("shared.db");
    try (Database db = Database.open(file)) {
      new EntryDao(db);
      new CounterDao(db).insert(new Counter("c", 0));
    }
  }

  @Test
  void noIncrementOfFourProcessesIsLost() throws Exception {
    int increments = Figures.number("increments", 100);
    long start = System.nanoTime();
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      children.add(Child.start(CountingProcess.class, file, increments));
    }
    for (Child child : children) {
      child.finish();
    }
    long value = value();
    assertEquals((long) PROCESSES * increments, value);
    Figures.print(
        "4 processes x %d increments: %d, %d ms",
        increments, value, (System.nanoTime() - start) / 1_000_000);
  }

  private long value() {
    try (Database db = Database.open(file)) {
      return new CounterDao(db).findById("c").orElseThrow().value();
    }
  }

  @Test
  void fourProcessesWriteAndCheckpointWithoutHarm() throws Exception {
    int seconds = Figures.number("seconds", 2);
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      children.add(Child.start(CheckpointingProcess.class, file, seconds, i));
    }
    long stored = 0;
    long moved = 0;
    long refused = 0;
    for (Child child : children) {
      String[] done = child.result("done ").split(" ");
      stored += Long.parseLong(done[1]);
      moved += Long.parseLong(done[2]);
      refused += Long.parseLong(done[3]);
    }
    assertTrue(moved > 0, "no checkpoint");
    try (Database db = Database.open(file)) {
      assertEquals(stored, new EntryDao(db).count());
      assertEquals(List.of(), db.verify());
    }
    Figures.print(
        "4 processes for %d s: %d rows acknowledged and stored, %d checkpoints, %d refused",
        seconds, stored, moved, refused);
  }
}
