package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files with flipped bytes, cut off, with the log of another file, or no databases at all. */
class DamagedFilesTest {
  @TempDir Path directory;

  @Test
  @Timeout(300)
  void damagedFilesEndInTypedErrorsThatVerifyFindsToo() throws Exception {
    int files = Figures.number("files", 42);
    Damage.Sample sample = sample();
    Random random = new Random(4);
    for (int i = 0; i < files; i++) {
      Damage damage = Damage.values()[i % Damage.values().length];
      damage.apply(sample, directory.resolve(String.format("%s-%03d.db", damage, i)), random);
    }
    List<String> ends = new ArrayList<>();
    try (Child child = Child.start(Examiner.class, directory)) {
      ends.addAll(child.finish());
    }
    assertEquals(files, ends.size(), () -> String.join("\n", ends));
    Map<String, Integer> counts = new TreeMap<>();
    for (String end : ends) {
      assertTrue(end.startsWith("examined "), end);
      assertFalse(end.contains("unfound") && end.contains("CORRUPT"), end);
      String[] words = end.split(" ", 4);
      counts.merge(words[1].split("-")[0] + " " + words[2] + " " + words[3], 1, Integer::sum);
    }
    Figures.print("%d damaged files, no crash, no hang: %s", files, counts);
  }

  private Damage.Sample sample() throws Exception {
    Path place = Files.createDirectory(directory.resolve("healthy"));
    Path file = place.resolve("a.db");
    try (Database db = Database.open(file)) {
      new EntryDao(db).insertAll(entries(1_500));
    }
    Path other = place.resolve("b.db");
    try (Database db = Database.open(other)) {
      EntryDao entries = new EntryDao(db);
      entries.insertAll(entries(300));
      byte[] log = Files.readAllBytes(place.resolve("b.db-wal"));
      db.checkpoint();
      entries.insertAll(entries(40));
      return new Damage.Sample(
          Files.readAllBytes(file), log, Files.readAllBytes(place.resolve("b.db-wal")));
    }
  }

  private static List<Entry> entries(int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(Entry.of(i % 50, "text " + "w".repeat(i % 200)));
    }
    return entries;
  }
}
