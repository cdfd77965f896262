package dev.dbrazor.features.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes change and search one file, one of them is killed in the middle; this one
 * searches in old and new snapshots all the while. Each answer is compared with an exact scan of
 * the same snapshot.
 */
class ProcessesTest {
  private static final int PROCESSES = 4;
  private static final int ROUNDS = Integer.getInteger("vectors.rounds", 40);

  @TempDir Path directory;
  private final Mixture mixture = new Mixture(Passage.DIMENSIONS, 4);
  private int asked;
  private int missing;

  @Test
  void everyAnswerIsThatOfItsSnapshot() throws Exception {
    Path file = directory.resolve("shared.db");
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      passages.insertAll(Passages.some(mixture, Passages.MANY));
      search(db, passages);
      List<Process> attackers = new ArrayList<>();
      for (int i = 0; i < PROCESSES; i++) {
        attackers.add(start(file, i));
      }
      searchWhile(db, passages, attackers);
      for (int i = 1; i < PROCESSES; i++) {
        String printed = Files.readString(output(i));
        assertEquals(0, attackers.get(i).waitFor(), printed);
        String[] counts = printed.lines().reduce((a, b) -> b).orElseThrow().split(" ");
        asked += Integer.parseInt(counts[0]);
        missing += Integer.parseInt(counts[1]);
      }
      for (int i = 0; i < 20; i++) {
        search(db, passages);
      }
      assertEquals(List.of(), db.verify());
    }
    assertTrue(missing <= asked / 100, missing + " missing of " + asked);
  }

  /** Until all have ended; the first is killed when it has begun to write. */
  private void searchWhile(Database db, PassageDao passages, List<Process> attackers)
      throws InterruptedException {
    long before = passages.count();
    boolean killed = false;
    while (attackers.stream().anyMatch(Process::isAlive)) {
      db.readTransaction(
          () -> {
            search(db, passages);
            attackers.get(1).waitFor(20, TimeUnit.MILLISECONDS);
            search(db, passages);
          });
      search(db, passages);
      if (!killed && passages.count() > before + 50) {
        attackers.get(0).destroyForcibly().waitFor();
        killed = true;
      }
    }
    assertTrue(killed, "the processes wrote nothing");
  }

  private void search(Database db, PassageDao passages) {
    float[] query = mixture.next();
    missing += db.readTransaction(() -> Passages.missing(passages.query(), query, 10));
    asked += 10;
  }

  private Path output(int number) {
    return directory.resolve("attacker-" + number + ".txt");
  }

  private Process start(Path file, int number) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx128m",
            "-cp",
            JavaProcess.classPath(),
            Attacker.class.getName(),
            file.toString(),
            Integer.toString(number),
            Integer.toString(number == 0 ? 100_000 : ROUNDS))
        .redirectErrorStream(true)
        .redirectOutput(output(number).toFile())
        .start();
  }
}
