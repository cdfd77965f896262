package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read of a damaged file. */
class SalvageTest {
  private static final int PAGE = 4096;
  private static final int ROWS = 20_000;

  @TempDir Path directory;
  private Path damaged;
  private Path saved;

  @BeforeEach
  void fill() {
    damaged = directory.resolve("damaged.db");
    saved = directory.resolve("saved.db");
    try (Database db = Database.open(damaged)) {
      db.execute("CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT, data BLOB)");
      db.execute("CREATE TABLE b (k TEXT PRIMARY KEY, v REAL) WITHOUT ROWID");
      db.execute("CREATE UNIQUE INDEX a_name ON a (name)");
      db.execute("CREATE VIEW names AS SELECT name FROM a");
      db.execute(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
              + "INSERT INTO a SELECT i, 'name ' || i, x'00ff' FROM n",
          ROWS);
      db.execute("INSERT INTO b VALUES ('one', 1.5), ('two', NULL)");
      db.execute("PRAGMA user_version = 7");
    }
  }

  private void overwrite(int page, int pages) throws IOException {
    try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(pages * PAGE), (long) page * PAGE);
    }
  }

  private static long number(Database db, String sql) {
    return db.query(sql, row -> row.int64(0)).get(0);
  }

  @Test
  void wholeFileIsCopiedWhole() {
    Salvage.Report report = Salvage.copy(damaged, saved);
    assertEquals(new Salvage.Report(ROWS + 2, List.of(), List.of()), report);
    try (Database db = Database.open(saved)) {
      assertEquals(ROWS, number(db, "SELECT count(*) FROM names"));
      assertEquals(7, number(db, "PRAGMA user_version"));
      assertEquals(ROWS, number(db, "SELECT count(*) FROM a WHERE data = x'00ff'"));
      assertEquals(1, number(db, "SELECT count(*) FROM b WHERE v IS NULL"));
      assertThrows(
          UniqueConstraintException.class,
          () -> db.execute("INSERT INTO a (name) VALUES ('name 5')"));
      assertEquals(List.of(), db.verify());
    }
  }

  @Test
  void rowsAroundTheDamageAreSavedAndTheLostRangesReported() throws IOException {
    overwrite(40, 3);
    Salvage.Report report = Salvage.copy(damaged, saved);
    assertFalse(report.lost().isEmpty());
    long lost = 0;
    for (Salvage.Lost range : report.lost()) {
      assertEquals("a", range.table());
      lost += range.last() - range.first() + 1;
    }
    assertTrue(lost > 0 && lost < ROWS / 10, "lost " + lost);
    try (Database db = Database.open(saved)) {
      assertEquals(ROWS - lost, number(db, "SELECT count(*) FROM a"));
      assertEquals(2, number(db, "SELECT count(*) FROM b"));
      for (Salvage.Lost range : report.lost()) {
        assertEquals(
            0,
            db.query(
                    "SELECT 1 FROM a WHERE id BETWEEN ? AND ?",
                    row -> 1,
                    range.first(),
                    range.last())
                .size());
      }
      assertEquals(List.of(), db.verify());
    }
  }

  @Test
  void damagedEndIsLostToTheEnd() throws IOException {
    long pages = Files.size(damaged) / PAGE;
    try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
      channel.truncate(pages / 2 * PAGE);
    }
    Salvage.Report report = Salvage.copy(damaged, saved);
    try (Database db = Database.open(saved)) {
      assertTrue(number(db, "SELECT count(*) FROM a") > 0);
      assertEquals(List.of(), db.verify());
    }
    assertTrue(report.rows() > 0 && report.rows() < ROWS);
    assertEquals(Long.MAX_VALUE, report.lost().get(report.lost().size() - 1).last());
  }

  @Test
  void nothingToReadIsATypedErrorThatLeavesNothing() throws IOException {
    overwrite(0, 1);
    CorruptDatabaseException e =
        assertThrows(CorruptDatabaseException.class, () -> Salvage.copy(damaged, saved));
    assertTrue(e.getMessage().contains(damaged.toString()), e.getMessage());
    assertFalse(Files.exists(saved));
  }

  @Test
  void existingFileIsNotOverwritten() throws IOException {
    Files.writeString(saved, "mine");
    assertThrows(StorageException.class, () -> Salvage.copy(damaged, saved));
    assertEquals("mine", Files.readString(saved));
    Path nowhere = directory.resolve("nowhere.db");
    assertThrows(StorageException.class, () -> Salvage.copy(nowhere, directory.resolve("x.db")));
    assertFalse(Files.exists(nowhere));
  }
}
