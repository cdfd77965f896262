package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbrazor.Database;
import dev.dbrazor.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full in the middle of a rebuild; needs the right to mount a small one. */
class FullDiskTest {
  @TempDir Path work;
  private Path disk;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectories(work.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
        "a tmpfs of 2 MiB cannot be mounted here");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", disk.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  @Test
  void theFileIsAsItWasAndMigratesOnceThereIsRoom() throws IOException {
    List<String> sources = Versions.all();
    Path file = disk.resolve("shop.db");
    Program.of(work, sources.get(0)).run(file);
    try (Database db = Database.open(file)) {
      db.execute(
          "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO"
              + " customers (id, name, fax, born) SELECT i, 'F' || i || ' ' || hex(zeroblob(30)),"
              + " NULL, 1950 FROM n");
    }
    Program.of(work, sources.get(1));
    Program.of(work, sources.get(2));
    Program rebuilt = Program.of(work, sources.get(3));
    assertThrows(MigrationException.class, () -> rebuilt.run(file));
    try (Database db = Database.open(file)) {
      assertEquals(List.of(), db.verify());
      assertEquals(List.of(1), db.query("SELECT version FROM dbrazor_schema", row -> row.int32(0)));
      assertEquals(
          List.of(9000), db.query("SELECT count(fax IS NULL) FROM customers", row -> row.int32(0)));
    }
    Path roomy = work.resolve("roomy.db");
    Files.copy(file, roomy);
    assertEquals(9000, rebuilt.run(roomy).lines().count());
  }
}
