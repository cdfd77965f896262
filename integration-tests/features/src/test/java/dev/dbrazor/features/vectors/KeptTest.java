package dev.dbrazor.features.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sketches kept in the file: used, caught up, or made anew, never believed. */
class KeptTest {
  private static final String SEGMENTS = "\"passages$vector_embedding$segments\"";
  private static final String LOG = "\"passages$vector_embedding$log\"";

  @TempDir Path directory;
  private final Mixture mixture = new Mixture(Passage.DIMENSIONS, 3);
  private Path file;
  private List<Passage> stored;

  @BeforeEach
  void keep() {
    file = directory.resolve("kept.db");
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      stored = passages.insertAll(Passages.some(mixture, Passages.MANY));
      Passages.nearest(passages, mixture.next());
    }
  }

  /** What a search needs: the first vector's row is found, and nearly all others are. */
  private void complete(PassageDao passages) {
    int missing = 0;
    for (int i = 0; i < 20; i++) {
      missing += Passages.missing(passages.query(), mixture.next(), 10);
    }
    assertTrue(missing <= 4, "missing " + missing + " of 200");
  }

  private float[] vector(int index) {
    return Objects.requireNonNull(stored.get(index).embedding());
  }

  private UUID id(int index) {
    return Objects.requireNonNull(stored.get(index).id());
  }

  private static long number(Database db, String sql) {
    return db.query(sql, row -> row.int64(0)).get(0);
  }

  @Test
  void sketchesAreKeptAndTheLogIsTrimmed() {
    try (Database db = Database.open(file)) {
      assertEquals(2, number(db, "SELECT count(*) FROM " + SEGMENTS));
      assertEquals(1, number(db, "SELECT count(*) FROM " + LOG));
      assertEquals(Passages.MANY + 1, number(db, "SELECT max(sequence) FROM " + LOG));
      assertTrue(number(db, "SELECT sum(length(content)) FROM " + SEGMENTS) < 60 * Passages.MANY);
      complete(new PassageDao(db));
    }
  }

  @Test
  void whatChangedSinceIsTakenIn() {
    float[] query = mixture.next();
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      passages.update(id(5), Passage_.embedding.set(query));
      passages.deleteById(id(6));
    }
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      assertEquals(id(5), Passages.nearest(passages, query));
      assertNotEquals(id(6), Passages.nearest(passages, vector(6)));
      complete(passages);
    }
  }

  @Test
  void aReadOnlyFileIsSearched() {
    try (Database db = Database.open(DatabaseConfig.builder().path(file).readOnly(true).build())) {
      complete(new PassageDao(db));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE %s SET content = zeroblob(length(content)) WHERE number = 1",
        "UPDATE %s SET content = substr(content, 1, 100)",
        "UPDATE %s SET content = x''",
        "UPDATE %s SET content = x'01020304' WHERE number = 0",
        "DELETE FROM %s WHERE number = 1",
        "DELETE FROM %s WHERE number = 0"
      })
  void aDamagedSegmentIsMadeAnewWithOneWarning(String damage) {
    List<LogRecord> warnings;
    try (Database db = Database.open(file)) {
      db.execute(damage.formatted(SEGMENTS));
      warnings = warningsOf(() -> complete(new PassageDao(db)));
    }
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).getMessage().contains("are damaged"));
    try (Database db = Database.open(file)) {
      assertEquals(List.of(), warningsOf(() -> complete(new PassageDao(db))));
    }
  }

  private static List<LogRecord> warningsOf(Runnable body) {
    List<LogRecord> warnings = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord message) {
            if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
              warnings.add(message);
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.dbrazor.vector");
    logger.addHandler(handler);
    try {
      body.run();
    } finally {
      logger.removeHandler(handler);
    }
    return warnings;
  }

  @Test
  void aLogThatBeginsLaterMeansMakingAnew() {
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      passages.update(id(5), Passage_.embedding.set(vector(9)));
      passages.deleteById(id(6));
      db.execute(
          "DELETE FROM " + LOG + " WHERE sequence < (SELECT max(sequence) FROM " + LOG + ")");
      assertNotEquals(id(6), Passages.nearest(passages, vector(6)));
      complete(passages);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theLogOfAFileThatNobodySearchesIsBounded(boolean searchedBefore) {
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      if (searchedBefore) {
        complete(passages);
      }
      passages.insertAll(Passages.some(mixture, 30));
      passages.deleteById(id(6));
      assertEquals(32, number(db, "SELECT count(*) FROM " + LOG));
      // As if a million entries had followed.
      db.execute("INSERT INTO " + LOG + " VALUES ((1 << 20) + 4096 - 5, 0, 7)");
      passages.insertAll(Passages.some(mixture, 10));
      assertEquals(11, number(db, "SELECT count(*) FROM " + LOG));

      assertNotEquals(id(6), Passages.nearest(passages, vector(6)));
      complete(passages);
    }
  }

  @Test
  void anEmptiedLogIsNotTrusted() {
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      complete(passages);
      db.execute("DELETE FROM " + LOG);
      passages.deleteById(id(6));
      passages.insertAll(Passages.some(mixture, 50));
      assertNotEquals(id(6), Passages.nearest(passages, vector(6)));
      complete(passages);
    }
  }

  @Test
  void aRestoredBackupHasItsOwnNeighbours() throws Exception {
    Path backup = directory.resolve("backup.db");
    float[] query = mixture.next();
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      UUID before = Passages.nearest(passages, query);
      db.backupTo(backup);
      passages.deleteById(before);
      passages.insertAll(Passages.some(mixture, 400));
      Passages.nearest(passages, query);
    }
    Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      assertEquals(Passages.MANY, passages.count());
      complete(passages);
      // Other changes under the numbers that were given before.
      passages.insertAll(Passages.some(mixture, 400));
      complete(passages);
    }
  }

  @Test
  void droppedTriggersAreMadeAgainAndTheIndexWithThem() {
    try (Database db = Database.open(file)) {
      db.execute("DROP TRIGGER \"passages$vector_embedding$delete\"");
      db.execute("DELETE FROM passages WHERE topic < 25");
    }
    try (Database db = Database.open(file)) {
      PassageDao passages = new PassageDao(db);
      assertEquals(Passages.MANY / 2, passages.count());
      complete(passages);
      passages.deleteById(id(25));
      assertNotEquals(id(25), Passages.nearest(passages, vector(25)));
    }
  }
}
