package dev.dbrazor.features.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.features.storage.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit that the disk does not take says that its outcome is unknown. */
class FullDiskTest {
  private static final String SMALL_FILES = "ulimit -f 8192; exec \"$0\" \"$@\"";

  @TempDir Path directory;

  /** Stores rows until that fails, then says how many were acknowledged, and the error. */
  static final class Filling {
    private Filling() {}

    public static void main(String[] arguments) {
      long acknowledged = 0;
      try (Database db = Database.open(Path.of(arguments[0]))) {
        db.execute("PRAGMA user_version = 1");
        while (true) {
          long next = acknowledged + 1;
          db.transaction(() -> db.execute("INSERT INTO t VALUES (?, zeroblob(20000))", next));
          acknowledged = next;
        }
      } catch (DbRazorException e) {
        System.out.println();
        System.out.println(acknowledged + " " + e.transactionState() + " " + e.code());
      }
    }
  }

  @Test
  void whatWasAcknowledgedIsStoredAndWhatFailedSaysItsState() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell to limit the size of files");
    Path file = directory.resolve("full.db");
    try (Database db = Database.open(file)) {
      db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, data BLOB)");
    }
    String[] said =
        JavaProcess.runBy(
                List.of("/bin/sh", "-c", SMALL_FILES),
                directory,
                List.of("-cp", JavaProcess.classPath(), Filling.class.getName(), file.toString()))
            .strip()
            .lines()
            .reduce("", (before, line) -> line)
            .split(" ");
    assertEquals(List.of("UNKNOWN", "STORAGE"), List.of(said[1], said[2]));
    long acknowledged = Long.parseLong(said[0]);
    assertTrue(acknowledged > 0);
    try (Database db = Database.open(file)) {
      long stored = db.query("SELECT count(*) FROM t", row -> row.int64(0)).get(0);
      assertTrue(stored == acknowledged || stored == acknowledged + 1, said[0] + " " + stored);
      assertEquals(List.of(), db.verify());
      db.transaction(() -> db.execute("INSERT INTO t VALUES (1000000, NULL)"));
    }
  }
}
