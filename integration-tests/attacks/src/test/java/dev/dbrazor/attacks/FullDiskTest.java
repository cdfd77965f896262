package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.StorageException;
import dev.dbrazor.TransactionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of two mebibytes. */
class FullDiskTest {
  private static final String TEXT = "z".repeat(20_000);

  @TempDir Path directory;

  @Test
  @SuppressWarnings("try") // the mount only has to be there
  void writesFailTypedOnAFullDiskAndResumeWhenThereIsSpace() throws Exception {
    try (Mount mount = new Mount(directory, "size=2m")) {
      Path filler = Files.write(directory.resolve("filler"), new byte[1_400_000]);
      Path file = directory.resolve("full.db");
      List<Integer> stored = new ArrayList<>();
      try (Database db = Database.open(file)) {
        EntryDao entries = new EntryDao(db);
        int failures = fill(entries, file, stored);
        int before = stored.size();
        assertEquals(stored, batches(db));
        Files.delete(filler);
        for (int i = 0; i < 5; i++) {
          add(entries, stored);
        }
        assertEquals(stored, batches(db));
        assertEquals(List.of(), db.verify());
        Figures.print(
            "full disk: %d commits stored, then %d refused typed with the path, "
                + "5 more stored after space was made",
            before, failures);
      }
      try (Stream<Path> left = Files.list(directory)) {
        assertEquals(List.of(file), left.toList());
      }
    }
  }

  private static int fill(EntryDao entries, Path file, List<Integer> stored) {
    int failures = 0;
    while (failures < 20) {
      try {
        add(entries, stored);
        assertTrue(stored.size() < 1_000, "the disk is never full");
      } catch (StorageException full) {
        failures++;
        assertTrue(full.getMessage().contains(file.toString()), full.getMessage());
        assertFalse(full.transactionState() == TransactionState.COMMITTED);
      }
    }
    return failures;
  }

  private static void add(EntryDao entries, List<Integer> stored) {
    entries.insert(Entry.of(stored.size(), TEXT));
    stored.add(stored.size());
  }

  private static List<Integer> batches(Database db) {
    return db.query("SELECT batch FROM entries ORDER BY batch", row -> row.int32(0));
  }
}
