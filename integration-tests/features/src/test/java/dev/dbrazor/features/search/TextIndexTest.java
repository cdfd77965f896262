package dev.dbrazor.features.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.Finding;
import dev.dbrazor.Finding.Check;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.TransactionStateException;
import dev.dbrazor.query.Fts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The index says what the rows say, whoever changed them. */
class TextIndexTest extends ArticleTest {
  private static final String VOCABULARY =
      "CREATE VIRTUAL TABLE %s USING fts5vocab('%s', 'instance')";

  /** Another program, with the settings SQLite has by default; the database is closed meanwhile. */
  private void otherProgram(String... statements) throws SQLException {
    db.close();
    Path file = folder.resolve("library.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    open();
  }

  @Test
  void everyWayToWriteIsIndexed() {
    Article a = store("a", "x", "alpha");
    articles.insertAll(List.of(Article.of("b", "x", "beta"), Article.of("c", "x", "gamma")));
    articles.insertOrIgnore(Article.of("a", "x", "ignored"));
    articles.update(new Article(a.id(), "a", 2001, "x", "delta", null));
    articles.upsertBySlug(Article.of("b", "x", "epsilon"));
    articles.where(Article_.slug.eq("c")).update(Article_.body.setNull());
    assertEquals(List.of(), inBody("alpha"));
    assertEquals(List.of("a"), inBody("delta"));
    assertEquals(List.of("b"), inBody("epsilon"));
    assertEquals(List.of(), inBody("gamma"));
    assertEquals(List.of(), inBody("ignored"));
    articles.query().update(Article_.body.set("all"));
    assertEquals(3, inBody("all").size());
    articles.deleteById(a.id());
    assertEquals(2, inBody("all").size());
    articles.query().delete();
    assertEquals(List.of(), inBody("all"));
    assertEquals(List.of(), db.verify());
  }

  @Test
  void replacedRowsAndCascadesAreIndexed() {
    store("a", "x", "alpha");
    UUID id = new UUID(7, 7);
    articles.insert(new Article(id, "b", 2000, "x", "beta", null));
    db.execute(
        "INSERT OR REPLACE INTO articles (id, slug, year, title, body) VALUES (?, 'a', 1, 'x', 'gamma')",
        id);
    assertEquals(List.of("a"), inBody("gamma"));
    assertEquals(List.of(), inBody("alpha beta"));
    NoteDao notes = new NoteDao(db);
    PartDao parts = new PartDao(db);
    Note note = notes.insert(new Note(0, "text"));
    parts.insert(new Part(0, note.id(), "AX-4711"));
    notes.deleteById(note.id());
    assertEquals(0, parts.search("4711", 3).size());
    assertEquals(List.of(), db.verify());
  }

  @Test
  void otherProgramsWritesAreIndexed() throws SQLException {
    store("a", "x", "alpha");
    store("b", "x", "beta");
    otherProgram(
        "UPDATE articles SET body = 'gamma' WHERE slug = 'a'",
        "INSERT INTO articles (id, slug, year, title, body) VALUES (randomblob(16), 'c', 1, 'x', 'delta')",
        "DELETE FROM articles WHERE slug = 'b'");
    assertEquals(List.of("a"), inBody("gamma"));
    assertEquals(List.of("c"), inBody("delta"));
    assertEquals(List.of(), inBody("beta"));
    assertEquals(List.of(), db.verify());
  }

  @Test
  void rowsReplacedByOtherProgramsWithoutTheirTriggersAreRight() throws SQLException {
    store("a", "x", "alpha");
    store("b", "x", "beta");
    otherProgram(
        "REPLACE INTO articles (_row, id, slug, year, title, body)"
            + " SELECT _row, id, slug, 1, 'x', 'gamma' FROM articles WHERE slug = 'a'");
    assertEquals(List.of(), inBody("alpha"));
    assertEquals(List.of("a"), inBody("gamma"));
    assertEquals(List.of(), db.verify());
    otherProgram(
        "REPLACE INTO articles (id, slug, year, title, body)"
            + " SELECT id, slug, 1, 'x', 'delta' FROM articles WHERE slug = 'b'");
    assertEquals(List.of(), inBody("beta"), "a key that is gone is found nowhere");
    assertEquals(List.of("b"), inBody("delta"));
  }

  @Test
  void droppedTriggersAndIndexesComeBackFilled() throws SQLException {
    store("a", "x", "alpha");
    otherProgram(
        "DROP TRIGGER \"articles$text$insert\"",
        "INSERT INTO articles (id, slug, year, title, body) VALUES (randomblob(16), 'b', 1, 'x', 'beta')");
    assertEquals(List.of("b"), inBody("beta"));
    otherProgram("DROP TABLE \"articles$text\"");
    assertEquals(List.of("a"), inBody("alpha"));
    assertEquals(List.of(), db.verify());
  }

  @Test
  void verifyTellsOfAWrongIndexAndReindexRepairsIt() {
    store("a", "x", "alpha");
    db.execute(
        "INSERT INTO \"articles$text\" (\"articles$text\", rowid, title, body, source_author)"
            + " SELECT 'delete', _row, title, body, source_author FROM articles");
    assertEquals(List.of(), inBody("alpha"));
    List<Finding> findings = db.verify();
    assertEquals(
        List.of(Check.FULL_TEXT),
        findings.stream().map(Finding::check).toList(),
        findings::toString);
    assertEquals("articles$text", findings.get(0).table().orElseThrow());
    articles.reindex();
    assertEquals(List.of("a"), inBody("alpha"));
    assertEquals(List.of(), db.verify());
    assertThrows(TransactionStateException.class, () -> db.transaction(() -> db.verify()));
  }

  @Test
  void readOnlyDatabasesAreSearchedAndRefusedWithoutAnIndex() throws SQLException {
    store("a", "x", "alpha");
    db.close();
    DatabaseConfig readOnly =
        DatabaseConfig.builder().path(folder.resolve("library.db")).readOnly(true).build();
    try (Database reading = Database.open(readOnly)) {
      assertEquals(1, new ArticleDao(reading).search("alpha", 3).size());
      assertEquals(List.of(), reading.verify());
    }
    open();
    db.execute("DROP TRIGGER \"articles$text$update\"");
    db.close();
    try (Database reading = Database.open(readOnly)) {
      assertThrows(ReadOnlyDatabaseException.class, () -> new ArticleDao(reading));
    }
  }

  @Test
  void aMissingIndexIsNotMadeInsideATransaction() {
    db.execute("DROP TRIGGER \"articles$text$update\"");
    reopenAndExpectARefusal();
    assertEquals(0, new ArticleDao(db).search("x", 3).size());
  }

  private void reopenAndExpectARefusal() {
    db.close();
    db = Database.open(folder.resolve("library.db"));
    assertThrows(TransactionStateException.class, () -> db.transaction(() -> new ArticleDao(db)));
  }

  @Test
  void afterRandomWorkTheIndexIsThatOfAFreshRebuild() {
    Random random = new Random(42);
    List<String> words = List.of("one", "two", "three", "four", "five", "six");
    for (int i = 0; i < 300; i++) {
      try {
        db.transaction(
            () -> {
              for (int step = random.nextInt(5); step >= 0; step--) {
                change(random, words);
              }
              if (random.nextInt(3) == 0) {
                throw new IllegalStateException("roll back");
              }
            });
      } catch (IllegalStateException rolledBack) {
        assertEquals("roll back", rolledBack.getMessage());
      }
    }
    assertTrue(articles.count() > 10);
    for (String word : words) {
      long rows =
          db.query(
                  "SELECT count(*) FROM articles WHERE ' ' || body || ' ' LIKE ?",
                  row -> row.int64(0),
                  "% " + word + " %")
              .get(0);
      assertEquals(rows, articles.query().search(Article_.body, Fts.words(word)).count(), word);
    }
    assertEquals(List.of(), db.verify());
    List<String> kept = vocabulary();
    articles.reindex();
    assertEquals(vocabulary(), kept);
  }

  private void change(Random random, List<String> words) {
    String slug = "s" + random.nextInt(40);
    StringBuilder body = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      body.append(words.get(random.nextInt(words.size()))).append(' ');
    }
    String text = body.toString().strip();
    switch (random.nextInt(5)) {
      case 0 -> articles.where(Article_.slug.eq(slug)).delete();
      case 1 -> articles.where(Article_.slug.eq(slug)).update(Article_.body.set(text));
      case 2 ->
          db.execute(
              "REPLACE INTO articles (id, slug, year, title, body) VALUES (randomblob(16), ?, 1, 'x', ?)",
              slug,
              text);
      case 3 -> articles.insertOrIgnore(Article.of(slug, "x", text));
      default -> articles.upsertBySlug(Article.of(slug, "y", text));
    }
  }

  /** Every word of the index, with its place. */
  private List<String> vocabulary() {
    db.execute(VOCABULARY.formatted("words", "articles$text"));
    List<String> all =
        new ArrayList<>(
            db.query(
                "SELECT term || ' ' || doc || ' ' || col || ' ' || \"offset\" FROM words ORDER BY 1",
                row -> row.text(0)));
    db.execute("DROP TABLE words");
    return all;
  }
}
