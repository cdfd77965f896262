package dev.dbrazor.features.search;

import static dev.dbrazor.query.Expressions.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.query.Fts;
import dev.dbrazor.query.FullTextQuery;
import dev.dbrazor.query.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is found, in which order, and what is told of it. */
class FullTextSearchTest extends ArticleTest {

  @Test
  void allWordsMustBeThereInAnyOrder() {
    store("a", "one", "SQLite runs inside Java programs");
    store("b", "two", "Java without a database");
    assertEquals(List.of("a"), inBody("java sqlite"));
    assertEquals(List.of(), inBody("java postgres"));
    assertEquals(List.of("a"), inBody("JAVA inside"), "case does not matter");
  }

  @Test
  void theComponentAskedForIsTheOnlyOneLookedIn() {
    store("a", "gold", "silver");
    store("b", "silver", "gold");
    store("c", "tin", null);
    assertEquals(List.of("b"), inBody("gold"));
    assertEquals(List.of("a"), slugs(articles.search(Article_.title, "gold", 9)));
    assertEquals(List.of("a", "b"), slugs(articles.search("gold", 9)), "the title counts more");
    assertEquals(List.of("b", "a"), slugs(articles.search("silver", 9)));
    assertEquals(List.of("c"), slugs(articles.search("tin", 9)));
  }

  @Test
  void aNestedComponentIsSearched() {
    store("a", "gold", null);
    articles.insert(
        new Article(null, "b", 2000, "tin", null, new Article.Source("Times", "Ada Gold")));
    assertEquals(List.of("b"), slugs(articles.search(Article_.source.author, "gold", 9)));
    articles.where(Article_.slug.eq("b")).update(Article_.source.author.set("Eve"));
    assertEquals(List.of(), slugs(articles.search(Article_.source.author, "gold", 9)));
    assertEquals(List.of("b"), slugs(articles.search(Article_.source.author, "eve", 9)));
  }

  @Test
  void scoresFallAndDistancesRise() {
    store("long", "x", "java " + "filler ".repeat(50));
    store("short", "x", "java");
    store("twice", "x", "java java");
    for (int i = 0; i < 20; i++) {
      store("other" + i, "x", "kotlin");
    }
    List<Match<Article>> found = articles.search(Article_.body, "java", 9);
    assertEquals(3, found.size());
    assertEquals("long", found.get(2).record().slug());
    for (int i = 0; i < 3; i++) {
      assertEquals(found.get(i).score(), -found.get(i).distance());
      assertTrue(found.get(i).score() > 0, found::toString);
      assertTrue(i == 0 || found.get(i).score() <= found.get(i - 1).score(), found::toString);
    }
  }

  @Test
  void tiesAreOrderedByIdAlsoWhereTheLimitCutsThem() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      UUID id = new UUID(0, (i * 7919L) % 31);
      ids.add(id);
      articles.insert(new Article(id, "s" + i, 2000, "same title", null, null));
    }
    ids.sort(Comparator.comparing(UUID::getLeastSignificantBits));
    List<UUID> found = new ArrayList<>();
    for (Match<Article> match : articles.search("same", 5)) {
      found.add(match.record().id());
    }
    assertEquals(ids.subList(0, 5), found);
  }

  @Test
  void tiesAreOrderedByIdWhereTheIndexKnowsIt() {
    NoteDao notes = new NoteDao(db);
    for (long i = 0; i < 30; i++) {
      notes.insert(new Note(1 + i * 7919 % 31, i % 10 == 0 ? "same same" : "same text"));
    }
    List<Long> all = notes.search("same", 30).stream().map(match -> match.record().id()).toList();
    List<Long> twice = List.of(1L, 2L, 17L);
    assertEquals(twice, all.subList(0, 3));
    assertEquals(all.subList(3, 30).stream().sorted().toList(), all.subList(3, 30));
    FullTextQuery<Note> query = notes.query().search(Fts.words("same"));
    assertEquals(all.subList(2, 9), query.limit(7).offset(2).select(Note_.id).toList());
    assertEquals(
        all.subList(3, 6),
        notes.where(Note_.text.eq("same text")).search("same", 3).stream()
            .map(match -> match.record().id())
            .toList());
    assertEquals(30, query.limit(Long.MAX_VALUE).toList().size());
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 10; i++) {
      store("s" + i, "x", "java " + "y ".repeat(i));
    }
    FullTextQuery<Article> all = articles.query().search(Article_.body, Fts.words("java"));
    List<String> paged = new ArrayList<>();
    for (int page = 0; page < 4; page++) {
      paged.addAll(slugs(all.limit(3).offset(page * 3).toList()));
    }
    assertEquals(slugs(all.toList()), paged);
    assertEquals(10, all.count());
    assertEquals(4, all.offset(6).count());
    assertTrue(all.exists());
    assertEquals(paged.get(0), all.first().orElseThrow().record().slug());
    try (var stream = all.offset(8).stream()) {
      assertEquals(paged.subList(8, 10), slugs(stream.toList()));
    }
    assertEquals(List.of(), all.limit(0).toList());
  }

  @Test
  void filtersComeFirst() {
    for (int i = 0; i < 50; i++) {
      articles.insert(new Article(null, "s" + i, i, "x", "java " + "y ".repeat(i), null));
    }
    List<String> found =
        slugs(articles.where(Article_.year.ge(45)).search(Article_.body, "java", 3));
    assertEquals(List.of("s45", "s46", "s47"), found);
    assertEquals(
        List.of("s1"),
        slugs(articles.query().orderBy(Article_.year.asc()).limit(1).offset(1).search("java", 9)),
        "limit and offset of the query are part of the filter");
  }

  @Test
  void matchesIsAConditionLikeAnyOther() {
    store("a", "one", "java");
    store("b", "two", "kotlin");
    store("c", "java", null);
    assertEquals(1, articles.where(Article_.body.matches("java")).count());
    assertEquals(2, articles.where(Article_.body.matches("java").not()).count());
    assertEquals(
        2,
        articles.where(Article_.body.matches("java").or(Article_.title.matches("java"))).count());
    assertEquals(1, articles.where(Article_.body.matches(Fts.raw("kot*"))).delete());
    assertEquals(List.of(), inBody("kotlin"));
    Article_.Alias other = Article_.as("other");
    assertEquals(1, articles.as("other").where(other.title.matches("java")).count());
    assertEquals(1, articles.as("other").search(other.title, "java", 3).size());
  }

  record Hit(String slug, @Nullable String title, @Nullable String body, double score) {}

  @Test
  void excerptsMarkWhatWasFound() {
    store("a", "Java and <SQLite>", "one two three four SQLite six seven eight nine ten");
    store("b", "Nothing on sqlite", null);
    FullTextQuery<Article> found = articles.query().search(Fts.words("sqlite")).limit(5);
    List<Hit> hits =
        found
            .select(
                record(
                    Article_.slug,
                    found.highlight(Article_.title, "[", "]"),
                    found.snippet(Article_.body, "[", "]", "…", 3),
                    found.score(),
                    Hit::new))
            .toList();
    assertEquals(2, hits.size());
    assertEquals(new Hit("b", "Nothing on [sqlite]", null, hits.get(0).score()), hits.get(0));
    assertEquals("Java and <[SQLite]>", hits.get(1).title());
    assertTrue(String.valueOf(hits.get(1).body()).matches("….*\\[SQLite\\].*…"), hits::toString);
    assertTrue(hits.get(0).score() > hits.get(1).score(), hits::toString);
    assertEquals(List.of("b", "a"), found.select(Article_.slug).toList(), "a component alone");
    assertThrows(
        InvalidArgumentException.class, () -> found.snippet(Article_.body, "", "", "", 65));
  }

  @Test
  void uncommittedWorkIsSeenInsideAndGoneWithARollback() {
    store("a", "x", "java");
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  store("b", "x", "java");
                  articles.where(Article_.slug.eq("a")).update(Article_.body.set("kotlin"));
                  assertEquals(List.of("b"), inBody("java"));
                  throw new IllegalStateException();
                }));
    assertEquals(List.of("a"), inBody("java"));
    assertEquals(List.of(), inBody("kotlin"));
    db.readTransaction(() -> assertEquals(List.of("a"), inBody("java")));
  }

  @Test
  void stemsDiacriticsAndTrigramsFollowTheTokenizer() {
    NoteDao notes = new NoteDao(db);
    PartDao parts = new PartDao(db);
    Note note = notes.insert(new Note(0, "Running in the Café"));
    parts.insert(new Part(0, note.id(), "AX-4711/b"));
    assertEquals(1, notes.search(Note_.text, "runs cafe", 3).size());
    assertEquals(1, parts.search(Part_.code, "4711", 3).size());
    assertEquals(1, parts.search(Part_.code, "x-47", 3).size());
    assertEquals(0, parts.search(Part_.code, "47", 3).size(), "a trigram has three characters");
  }

  @Test
  void wrongArgumentsAreErrors() {
    NoteDao notes = new NoteDao(db);
    assertThrows(InvalidArgumentException.class, () -> articles.search("java", 0));
    assertThrows(InvalidArgumentException.class, () -> Fts.near(3, "one"));
    assertThrows(InvalidArgumentException.class, () -> Fts.near(-1, "one", "two"));
    assertEquals(0, notes.search("java", 1).size());
  }

  @Test
  void aSearchIsNoScanOfALargeTable() {
    List<Article> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(Article.of("s" + i, "x", i < 20 ? "java" : "kotlin"));
    }
    articles.insertAll(many);
    db.close();
    db =
        Database.open(
            DatabaseConfig.builder().path(folder.resolve("library.db")).scanLimit(5).build());
    articles = new ArticleDao(db);
    assertEquals(5, articles.search("java", 5).size());
    assertEquals(5, articles.where(Article_.year.eq(2000)).search("java", 5).size());
    assertEquals(20, articles.where(Article_.body.matches("java")).toList().size());
  }

  @Test
  void explainShowsTheIndex() {
    String plan = articles.query().search(Fts.words("java")).limit(3).explain();
    assertTrue(plan.contains("VIRTUAL TABLE INDEX"), plan);
    assertTrue(plan.contains("SEARCH articles USING INTEGER PRIMARY KEY"), plan);
  }
}
