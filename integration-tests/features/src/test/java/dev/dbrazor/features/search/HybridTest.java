package dev.dbrazor.features.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import dev.dbrazor.query.Fts;
import dev.dbrazor.query.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words and nearness together, by reciprocal rank. */
class HybridTest {
  private static final float[] ORIGIN = {0, 0};

  private Database db;
  private MemoryDao memories;
  private long nextId;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    memories = new MemoryDao(db);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private void store(String name, @Nullable String text, float @Nullable [] place) {
    memories.insert(new Memory(new UUID(0, nextId++), name, text, place));
  }

  private static float[] at(float x) {
    return new float[] {x, 0};
  }

  private static List<String> names(List<Match<Memory>> found) {
    return found.stream().map(match -> match.record().name()).toList();
  }

  @Test
  void whatBothListsHaveComesFirst() {
    store("near", "kotlin", at(1));
    store("both", "java java", at(2));
    store("words", "java", null);
    store("far", null, at(9));
    List<Match<Memory>> found = memories.hybrid(Memory_.text, "java", Memory_.place, ORIGIN, 9);
    assertEquals(List.of("both", "near", "words", "far"), names(found));
    assertEquals(1 / 61.0 + 1 / 62.0, found.get(0).score(), 1e-15);
    assertEquals(1 / 61.0, found.get(1).score(), 1e-15);
    assertEquals(1 / 62.0, found.get(2).score(), 1e-15);
    assertEquals(1 / 63.0, found.get(3).score(), 1e-15);
    assertEquals(-found.get(3).score(), found.get(3).distance());
    assertEquals(
        List.of("both", "near"),
        names(memories.hybrid(Fts.words("java"), Memory_.place, ORIGIN, 2)));
  }

  @Test
  void tiesAreOrderedById() {
    store("second", "java", null);
    store("first", null, at(1));
    memories.deleteById(new UUID(0, 0));
    nextId = 7;
    store("second", "java", null);
    assertEquals(
        List.of("first", "second"),
        names(memories.hybrid(Memory_.text, "java", Memory_.place, ORIGIN, 9)));
  }

  @Test
  void filtersHoldForBothLists() {
    for (int i = 0; i < 300; i++) {
      store(i % 10 == 0 ? "some" : "other", "java", at(i));
    }
    List<Match<Memory>> found =
        memories
            .where(Memory_.name.eq("some"))
            .hybrid(Memory_.text, "java", Memory_.place, ORIGIN, 30);
    assertEquals(30, found.size());
    assertTrue(found.stream().allMatch(match -> match.record().name().equals("some")));
  }

  @Test
  void ranksAreThoseOfTheTwoSearches() {
    for (int i = 0; i < 200; i++) {
      store("m" + i, "java " + "x ".repeat(i * 37 % 200), at(i * 91 % 200));
    }
    List<String> words = names(memories.search(Memory_.text, "java", 100));
    List<String> near = names(memories.nearest(Memory_.place, ORIGIN, 100));
    List<Match<Memory>> found = memories.hybrid(Memory_.text, "java", Memory_.place, ORIGIN, 20);
    assertEquals(20, found.size());
    for (Match<Memory> match : found) {
      double expected = 0;
      for (List<String> list : List.of(words, near)) {
        int place = list.indexOf(match.record().name());
        expected += place < 0 ? 0 : 1.0 / (60 + place + 1);
      }
      assertEquals(expected, match.score(), 1e-12);
    }
    List<Double> scores = new ArrayList<>(found.stream().map(Match::score).toList());
    scores.sort((a, b) -> Double.compare(b, a));
    assertEquals(scores, found.stream().map(Match::score).toList());
  }

  @Test
  void ownChangesCountAndWrongArgumentsAreErrors() {
    db.transaction(
        () -> {
          store("a", "java", at(1));
          assertEquals(1, memories.hybrid(Fts.words("java"), Memory_.place, ORIGIN, 5).size());
        });
    assertThrows(
        InvalidArgumentException.class,
        () -> memories.hybrid(Fts.words("java"), Memory_.place, ORIGIN, 0));
    assertThrows(
        MappingException.class,
        () -> memories.hybrid(Fts.words("java"), Memory_.place, new float[] {Float.NaN, 0}, 5));
  }
}
