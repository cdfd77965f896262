package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbrazor.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Nth call to the operating system that writes fails, by strace. */
class FailingDiskTest {
  private static final int LAST = Figures.number("faults", 2);
  private static final List<String> STRACE =
      List.of(
          "strace",
          "-f",
          "--seccomp-bpf",
          "-qq",
          "-o",
          "/dev/null",
          "-e",
          "trace=fsync,fdatasync,pwrite64",
          "-e");

  @TempDir Path directory;
  private int failures;

  @ParameterizedTest
  @ValueSource(strings = {"fsync,fdatasync:error=EIO", "pwrite64:error=EIO"})
  void whatWasAcknowledgedIsStoredWhenACallFails(String fault) throws Exception {
    assumeTrue(isTraceable(), "strace is not installed, or must not trace here");
    Path file = directory.resolve("failing.db");
    try (Database db = Database.open(file)) {
      new EntryDao(db);
    }
    Ledger ledger = new Ledger();
    for (int n = 1; n <= LAST; n++) {
      attack(file, fault + ":when=" + n, n * 100, ledger);
    }
    assertTrue(failures > 0, "nothing failed");
    Figures.print(
        "%s, N = 1 to %d: %d typed failures, %d commits acknowledged and stored, "
            + "%d refused and not stored, %d unknown",
        fault, LAST, failures, ledger.stored(), ledger.refused(), ledger.unknown());
  }

  private void attack(Path file, String fault, int first, Ledger ledger) throws Exception {
    List<String> strace =
        Stream.concat(STRACE.stream(), List.of("inject=" + fault).stream()).toList();
    try (Child child = Child.start(strace, List.of(), Committer.class, file, first)) {
      for (String line : child.finish()) {
        if (!line.startsWith("failed ")) {
          ledger.note(line);
        }
        failures += line.startsWith("stored") ? 0 : 1;
      }
    }
    try (Database db = Database.open(file)) {
      ledger.assertAgrees(db.query("SELECT batch FROM entries", row -> row.int32(0)));
      assertEquals(List.of(), db.verify());
    }
  }

  private static boolean isTraceable() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
