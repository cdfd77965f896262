package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of five steps beside and against other processes. */
class ProcessesTest {
  private static final int KILLS = Integer.getInteger("migrations.kills", 4);
  private static final int ROWS = 20_000;

  @TempDir Path work;
  private Path file;
  private Path first;
  private Program last;
  private String expected;

  @BeforeEach
  void fill() throws IOException {
    List<Program> programs = new ArrayList<>();
    for (String source : Versions.all().subList(0, 6)) {
      programs.add(Program.of(work, source));
    }
    file = work.resolve("shop.db");
    programs.get(0).run(file);
    try (Database db = Database.open(file)) {
      db.execute(
          "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO customers"
              + " (id, name, fax, born) SELECT i, 'First' || i || ' Last' || i, NULL, 1950 FROM n",
          ROWS);
    }
    last = programs.get(5);
    first = Files.copy(file, work.resolve("first.db"));
    expected = last.run(untouched());
    assertEquals(ROWS, expected.lines().count());
  }

  private ProcessBuilder process(Path database) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            JavaProcess.classPath(),
            Migrate.class.getName(),
            last.classes().toString(),
            database.toString())
        .redirectErrorStream(true);
  }

  private Process start(Path database) throws IOException {
    return process(database)
        .redirectOutput(work.resolve("output" + System.nanoTime() + ".txt").toFile())
        .start();
  }

  @Test
  void eightProcessesThatStartTogetherMigrateOnce() throws IOException, InterruptedException {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      processes.add(start(file));
    }
    for (Process process : processes) {
      assertTrue(process.waitFor(3, TimeUnit.MINUTES));
      assertEquals(0, process.exitValue(), this::outputs);
    }
    long rebuilds = outputs().lines().filter(("rebuilt " + ROWS)::equals).count();
    assertEquals(rebuildsOfOne(), rebuilds, "as many as one of them makes alone");
    assertEquals(expected, last.run(file));
  }

  private long rebuildsOfOne() throws IOException, InterruptedException {
    Process process = process(untouched()).start();
    try (BufferedReader lines = reader(process)) {
      long rebuilds = lines.lines().filter(("rebuilt " + ROWS)::equals).count();
      assertEquals(0, process.waitFor());
      return rebuilds;
    }
  }

  private Path untouched() throws IOException {
    return Files.copy(first, work.resolve("untouched" + System.nanoTime() + ".db"));
  }

  private String outputs() {
    try (var files = Files.list(work)) {
      StringBuilder all = new StringBuilder();
      for (Path each : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        all.append(Files.readString(each));
      }
      return all.toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void aProcessKilledOnTheWayLeavesTheOldOrTheNew() throws IOException, InterruptedException {
    long duration = Math.max(1, millisecondsOfOne());
    int old = 0;
    for (int i = 0; i < KILLS; i++) {
      Path victim = untouched();
      // A little longer than all of it, so that some are done.
      killed(victim, duration * i * 5 / (KILLS * 4));
      int version;
      try (Database db = Database.open(victim)) {
        version = db.query("SELECT version FROM dbrazor_schema", row -> row.int32(0)).get(0);
        assertEquals(List.of(), db.verify());
        List<String> sql =
            db.query(
                "SELECT count(*) || '' FROM pragma_table_xinfo('customers') WHERE name = ?",
                row -> row.text(0),
                version == 1 ? "fax" : "nick");
        assertEquals(List.of("1"), sql, "version " + version);
      }
      assertTrue(version == 1 || version == 6, "version " + version);
      old += version == 1 ? 1 : 0;
      assertEquals(expected, last.run(victim));
      Files.delete(victim);
    }
    System.getLogger("migrations")
        .log(
            System.Logger.Level.INFO,
            "{0} of {1} kills within {2} ms left the old version",
            old,
            KILLS,
            duration * 5 / 4);
  }

  /** From the moment a process begins until it is done. */
  private long millisecondsOfOne() throws IOException, InterruptedException {
    Process process = process(untouched()).start();
    try (BufferedReader lines = reader(process)) {
      await(lines, "begins");
      long begin = System.nanoTime();
      await(lines, "done");
      long duration = (System.nanoTime() - begin) / 1_000_000;
      assertEquals(0, process.waitFor());
      return duration;
    }
  }

  /** Ends a process by force so long after it has begun. */
  private void killed(Path victim, long milliseconds) throws IOException, InterruptedException {
    Process process = process(victim).start();
    try (BufferedReader lines = reader(process)) {
      await(lines, "begins");
      process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void await(BufferedReader lines, String wanted) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals(wanted)) {
      line = lines.readLine();
    }
    assertEquals(wanted, line, "what the process says");
  }

  @Test
  void twoFilesInOneProcessBothMigrate() throws IOException {
    Path second = work.resolve("second.db");
    Files.copy(file, second);
    try (Database one = Database.open(file);
        Database two = Database.open(second)) {
      assertEquals(expected, last.run(one));
      assertEquals(expected, last.run(two));
    }
  }
}
