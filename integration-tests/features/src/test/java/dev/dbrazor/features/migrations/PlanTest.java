package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.MigrationException;
import dev.dbrazor.MigrationMode;
import dev.dbrazor.MigrationProgress;
import dev.dbrazor.MigrationStatus;
import dev.dbrazor.PlannedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that are asked for: plans, states, backups, and tables put away. */
class PlanTest {
  @TempDir Path work;
  private Path file;
  private Program second;
  private Program unique;

  @BeforeEach
  void fill() throws IOException {
    file = work.resolve("shop.db");
    List<String> sources = Versions.all();
    Program.of(work, sources.get(0)).run(file);
    second = Program.of(work, sources.get(1));
    Program.of(work, sources.get(2));
    unique = Program.of(work, sources.get(3));
    try (Database db = Database.open(file)) {
      db.execute("INSERT INTO customers VALUES (1, 'Ada Lovelace', NULL, 1815)");
    }
  }

  private DatabaseConfig.Builder config() {
    return DatabaseConfig.builder().path(file);
  }

  @Test
  void aPlanShowsTheStatementsAndChangesNothing() {
    try (Database db = Database.open(config().migration(MigrationMode.MANUAL).build())) {
      assertThrows(RuntimeException.class, () -> second.run(db)); // its columns are not there yet
      assertEquals(List.of(new MigrationStatus("customers", 1, 2)), db.migrations().status());
      PlannedMigration plan = db.migrations().plan().get(0);
      assertEquals(1, plan.rows());
      assertEquals(false, plan.rebuild());
      assertEquals(
          List.of(
              "ALTER TABLE \"customers\" ADD COLUMN nick TEXT",
              "ALTER TABLE \"customers\" ADD COLUMN tier TEXT NOT NULL DEFAULT ('free')"),
          plan.sql());
      assertEquals(
          List.of("id", "name", "fax", "born"),
          db.query("SELECT name FROM pragma_table_info('customers')", row -> row.text(0)));
      db.migrations().apply();
      assertEquals(List.of(new MigrationStatus("customers", 2, 2)), db.migrations().status());
      assertEquals(List.of(), db.migrations().plan());
      assertEquals(List.of("free"), db.query("SELECT tier FROM customers", row -> row.text(0)));
    }
  }

  @Test
  void aCollectionThatWaitsRefusesWrites() {
    try (Database db = Database.open(config().migration(MigrationMode.MANUAL).build())) {
      MigrationException error = assertThrows(MigrationException.class, () -> second.clear(db));
      assertTrue(error.getMessage().contains("call migrations().apply()"), error.getMessage());
      assertEquals(List.of("1"), db.query("SELECT count(*) || '' FROM customers", r -> r.text(0)));
    }
  }

  @Test
  void aPlanWithARebuildSaysSo() {
    try (Database db = Database.open(config().migration(MigrationMode.MANUAL).build())) {
      assertThrows(RuntimeException.class, () -> unique.run(db));
      PlannedMigration plan = db.migrations().plan().get(0);
      assertTrue(plan.rebuild());
      assertEquals(4, plan.to());
      assertTrue(
          plan.sql().contains("ALTER TABLE \"dbrazor_next_customers\" RENAME TO \"customers\""),
          plan.sql()::toString);
    }
  }

  @Test
  void aBackupIsMadeBeforeARebuildAndProgressIsTold() throws IOException {
    Path backups = Files.createDirectories(work.resolve("backups"));
    List<MigrationProgress> progress = new ArrayList<>();
    try (Database db =
        Database.open(
            config().backupBeforeRebuild(backups).migrationProgress(progress::add).build())) {
      unique.run(db);
    }
    assertEquals(new MigrationProgress("customers", 4, 1, 1), progress.get(progress.size() - 1));
    try (Stream<Path> files = Files.list(backups)) {
      List<Path> copies = files.toList();
      assertEquals(1, copies.size());
      try (Database db = Database.open(copies.get(0))) {
        assertEquals(
            List.of("Ada Lovelace"), db.query("SELECT name FROM customers", row -> row.text(0)));
      }
    }
  }

  @Test
  void aTablePutAwayComesBackAsItWas() {
    try (Database db = Database.open(file)) {
      db.migrations().drop("customers");
      assertEquals(List.of("customers"), db.migrations().dropped());
      assertThrows(MigrationException.class, () -> db.migrations().drop("customers"));
      db.migrations().restore("customers");
      assertEquals(List.of(), db.migrations().dropped());
      assertEquals(
          "Customer[id=1, name=Ada Lovelace, fax=null, born=1815, nick=null, tier=free]",
          second.run(db));
      assertThrows(MigrationException.class, () -> db.migrations().drop("customers"));
    }
  }

  @Test
  void aTablePutAwayAndPurgedIsGone() {
    try (Database db = Database.open(file)) {
      db.migrations().drop("customers");
      db.migrations().purge("customers");
      assertEquals(List.of(), db.migrations().dropped());
      assertEquals("", second.run(db));
    }
  }
}
