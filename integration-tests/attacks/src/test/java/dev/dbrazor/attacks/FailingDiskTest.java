package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbrazor.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Nth call to the operating system that writes fails, by strace. */
class FailingDiskTest {
  private static final int LAST = Figures.number("faults", 2);
  private static final String CALLS = "trace=fsync,fdatasync,pwrite64";

  @TempDir Path directory;
  private Path file;
  private final Ledger ledger = new Ledger();
  private int failures;

  /** Twice, so that the statistics made on closing are known and opening writes nothing more. */
  @BeforeEach
  void makeTable() {
    file = directory.resolve("failing.db");
    for (int i = 0; i < 2; i++) {
      try (Database db = Database.open(file)) {
        new EntryDao(db).insertAll(Collections.nCopies(40, Entry.of(-1, "there")));
      }
    }
  }

  /** Counted are calls on the log and the file: opening makes none. */
  @ParameterizedTest
  @CsvSource({
    "'fsync,fdatasync', false",
    "'fsync,fdatasync', true",
    "pwrite64, false",
    "pwrite64, true"
  })
  void whatWasAcknowledgedIsStoredWhenACallFails(String calls, boolean dies) throws Exception {
    for (int n = 1; n <= LAST; n++) {
      int before = failures;
      attack(strace(fault(calls, n), file + "-wal", file.toString()), n, dies);
      assertTrue(failures > before, "nothing failed at N = " + n);
    }
    report("while writing" + (dies ? ", killed at the error" : ""), calls);
  }

  @ParameterizedTest
  @CsvSource({"'fsync,fdatasync'", "pwrite64"})
  void aCallThatFailsWhileOpeningIsATypedError(String calls) throws Exception {
    for (int n = 1; n <= LAST; n++) {
      attack(strace(fault(calls, n)), n, false);
    }
    assertTrue(failures > 0, "nothing failed");
    report("from the first call on", calls);
  }

  private void report(String when, String calls) {
    Figures.print(
        "%s fails with EIO %s, N = 1 to %d: %d typed failures, %d commits acknowledged and "
            + "stored, %d refused and not stored, %d unknown, of which %d are stored",
        calls,
        when,
        LAST,
        failures,
        ledger.stored(),
        ledger.refused(),
        ledger.unknown(),
        ledger.unknownFound());
  }

  private static String fault(String calls, int n) {
    return "inject=" + calls + ":error=EIO:when=" + n;
  }

  /** Counts the calls on these files only; none: on all. */
  private static List<String> strace(String fault, String... files) {
    List<String> command =
        new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null"));
    for (String path : files) {
      command.addAll(List.of("-P", path));
    }
    command.addAll(List.of("-e", CALLS, "-e", fault));
    return command;
  }

  private void attack(List<String> strace, int n, boolean dies) throws Exception {
    assumeTrue(isTraceable(), "strace is not installed, or must not trace here");
    try (Child child = Child.start(strace, List.of(), Committer.class, file, n * 100, dies)) {
      for (String line : child.finish()) {
        if (line.startsWith("failed ")) {
          failures++;
        } else if (!line.equals("moved")) {
          ledger.note(line);
          failures += line.startsWith("stored") ? 0 : 1;
        }
      }
    }
    try (Database db = Database.open(file)) {
      ledger.assertAgrees(
          db.query("SELECT batch FROM entries WHERE batch > 0", row -> row.int32(0)));
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
