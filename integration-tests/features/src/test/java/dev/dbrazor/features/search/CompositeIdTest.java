package dev.dbrazor.features.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import dev.dbrazor.query.Fts;
import dev.dbrazor.query.Match;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records with several ids, which no index knows, are searched as others are. */
class CompositeIdTest {
  private Database db;
  private PageDao pages;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    pages = new PageDao(db);
    pages.insertAll(
        List.of(
            Page.of("b", 2, "java and sqlite", 1),
            Page.of("a", 9, "java and sqlite", 1),
            Page.of("a", 1, "kotlin", 2),
            Page.of("b", 1, "java and sqlite", 3)));
  }

  @AfterEach
  void close() {
    db.close();
  }

  private static List<String> names(List<Match<Page>> found) {
    return found.stream().map(match -> match.record().book() + match.record().number()).toList();
  }

  private static float[] topic(int number) {
    return Objects.requireNonNull(Page.of("", number, "", number).meaning());
  }

  @Test
  void equallyGoodTextsComeByBothIdsAlsoWhereTheyAreCutOff() {
    assertEquals(List.of("a9", "b1", "b2"), names(pages.search("java", 9)));
    assertEquals(List.of("a9", "b1"), names(pages.search("java", 2)));
    assertEquals(List.of("b2"), names(pages.where(Page_.number.eq(2)).search("java", 9)));
  }

  @Test
  void equallyNearOnesComeByBothIds() {
    pages.insert(Page.of("a", 2, "more", 1));

    assertEquals(List.of("a2", "a9"), names(pages.nearest(Page_.meaning, topic(1), 2)));
  }

  @Test
  void bothListsAreFused() {
    List<Match<Page>> found = pages.hybrid(Fts.words("java"), Page_.meaning, topic(3), 9);

    assertEquals("b1", names(found).get(0));
    assertEquals(4, found.size());
    assertEquals(
        List.of("b1"),
        names(
            pages.where(Page_.book.eq("b")).hybrid(Fts.words("java"), Page_.meaning, topic(3), 1)));
  }

  @Test
  void changesByBothIdsAreFound() {
    pages.update(new PageKey("b", 1), Page_.text.set("rust"), Page_.meaning.set(topic(7)));
    pages.deleteById(new PageKey("a", 9));

    assertEquals(List.of("b1"), names(pages.search("rust", 9)));
    assertEquals(List.of("b2"), names(pages.search("java", 9)));
    assertEquals("b1", names(pages.nearest(Page_.meaning, topic(7), 1)).get(0));
    assertEquals(List.of(), db.verify());
  }

  @Test
  void manyAreSketchedUnderTheirHiddenKeys() {
    pages.insertAll(
        IntStream.range(100, 2_700).mapToObj(i -> Page.of("c", i, "page " + i, i)).toList());
    pages.deleteById(new PageKey("c", 132));

    List<Match<Page>> found =
        pages.where(Page_.number.between(100, 200)).nearest(Page_.meaning, topic(4), 3);

    assertEquals(List.of("c100", "c164", "c196"), names(found));
  }
}
