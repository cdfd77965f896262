package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Migrations beside and against other processes. {@code -Dmigrations.kills=100} for the long form.
 */
class ProcessesTest {
  private static final int KILLS = Integer.getInteger("migrations.kills", 4);
  private static final int ROWS = 20_000;

  @TempDir Path work;
  private Path file;
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
    Path copy = work.resolve("copy.db");
    Files.copy(file, copy);
    expected = last.run(copy);
    assertEquals(ROWS, expected.lines().count());
  }

  private Process start(Path database) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            JavaProcess.classPath(),
            Migrate.class.getName(),
            last.classes().toString(),
            database.toString())
        .redirectErrorStream(true)
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
    assertEquals(expected, last.run(file));
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
    Random random = new Random(8);
    int old = 0;
    for (int i = 0; i < KILLS; i++) {
      Path victim = work.resolve("victim" + i + ".db");
      Files.copy(file, victim);
      Process process = start(victim);
      process.waitFor(300 + random.nextInt(900), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
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
    }
    System.getLogger("migrations")
        .log(System.Logger.Level.INFO, old + " of " + KILLS + " were old");
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
