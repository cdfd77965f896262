package dev.dbrazor.features.lifecycle;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statements that are not asked for again are closed. {@code -Dstatements.texts=1000000} for the
 * long form.
 */
class StatementMemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int KIBIBYTES = 32 * 1024;

  @TempDir Path directory;

  /** Prints by how many KiB the process grows over so many texts. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] arguments) throws IOException {
      int texts = Integer.parseInt(arguments[0]);
      try (Database db = Database.inMemory()) {
        ask(db, 0, texts / 5);
        long before = resident();
        ask(db, texts / 5, texts);
        System.out.println();
        System.out.println(resident() - before);
      }
    }

    private static void ask(Database db, int from, int to) {
      for (int i = from; i < to; i++) {
        db.query("SELECT " + i + " AS number", row -> row.int64(0));
      }
    }

    private static long resident() throws IOException {
      System.gc();
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }

  @Test
  void distinctTextsDoNotAddUpInMemory() throws Exception {
    assumeTrue(Files.exists(STATUS), "only Linux tells what a process uses");
    String printed =
        JavaProcess.run(
            directory,
            List.of("-Xms48m", "-Xmx48m", "-XX:+AlwaysPreTouch"),
            Asking.class,
            System.getProperty("statements.texts", "50000"));
    long grown = Long.parseLong(printed.strip().lines().reduce("", (before, line) -> line));
    assertTrue(grown < KIBIBYTES, "grew by " + grown + " KiB");
  }
}
