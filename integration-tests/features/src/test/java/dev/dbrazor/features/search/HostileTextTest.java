package dev.dbrazor.features.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.FullTextSyntaxException;
import dev.dbrazor.query.Fts;
import dev.dbrazor.query.FullTextQuery;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user types is text; the engine's language is spoken on purpose only. */
class HostileTextTest extends ArticleTest {

  @BeforeEach
  void storeArticles() {
    store("a", "x", "sqlite in java, not in kotlin; e-mail 100% \"quoted\" 🦊fox 東京 tower");
    store("b", "x", "near and or title body");
  }

  static Stream<String> texts() {
    return Stream.of(
        "",
        " ",
        "\"",
        "\"\"\"",
        "'",
        "a\"b",
        "AND",
        "OR",
        "NOT",
        "a AND",
        "NEAR(",
        "NEAR(a b, 2",
        "(",
        ")",
        "a) OR (b",
        "title:",
        "title : java",
        "{title body} : java",
        "- title : java",
        "^java",
        "java*",
        "*",
        "+ +",
        "a\0b",
        "\0",
        "\ud800",
        "x\udc00y",
        "🦊",
        "\u202e\u0000\t\r\n",
        "'; DROP TABLE articles; --",
        "articles$text",
        "rank:1",
        "\\",
        "%_",
        "東京",
        "\u0301",
        "\"java\" \"");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void anyTextIsDataInEveryForm(String text) {
    List<Fts> forms =
        List.of(
            Fts.words(text),
            Fts.anyWord(text),
            Fts.phrase(text),
            Fts.prefix(text),
            Fts.near(2, text, "java"),
            Fts.near(2, "java", text),
            Fts.words(text).and(Fts.words("java")),
            Fts.words("java").or(Fts.prefix(text)),
            Fts.words("java").not(Fts.phrase(text)),
            Fts.words(text).not(Fts.words(text).or(Fts.words(text))));
    for (Fts form : forms) {
      assertTrue(articles.search(form, 5).size() <= 2, form::toString);
      assertTrue(articles.search(Article_.body, form, 5).size() <= 2, form::toString);
      assertTrue(articles.where(Article_.title.matches(form)).count() <= 2, form::toString);
    }
    assertTrue(articles.search(text, 5).size() <= 2);
    assertEquals(2, articles.count());
  }

  @Test
  void operatorsInTextAreWords() {
    assertEquals(List.of("b"), inBody("near AND or"));
    assertEquals(List.of("b"), inBody("title body"));
    assertEquals(List.of("a"), inBody("NOT kotlin"));
    assertEquals(List.of("a"), inBody("e-mail"));
    assertEquals(List.of(), inBody("mail-e"), "punctuation joins a phrase");
    assertEquals(List.of("a"), inBody("\"quoted\" 100%"));
    assertEquals(List.of("a"), inBody("java - & !"), "what is no word is ignored");
    assertEquals(List.of("a"), inBody("ja\0va".replace("\0", "") + "\0"));
    assertEquals(List.of("a"), inBody("東京"));
  }

  @Test
  void randomTextIsNeverASyntaxError() {
    Random random = new Random(7);
    String signs = "\"'()*:^{}+-, \0\n\\aAŁéNOTRDE\ud83e\udd8a\ud800%_;&|~0";
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      articles.search(text.toString(), 3);
      articles.search(Fts.prefix(text.toString()).or(Fts.phrase(text.toString())), 3);
    }
  }

  @Test
  void tenMebibytesAreText() {
    String words = "java sqlite word".repeat(10 * 1024 * 1024 / 16);
    assertEquals(0, articles.search(words, 3).size());
    assertEquals(0, articles.search(Fts.phrase(words), 3).size());
    assertEquals(0, articles.search(Fts.near(3, words, words), 3).size());
    assertEquals(0, articles.search("x".repeat(10 * 1024 * 1024), 3).size());
    StringBuilder different = new StringBuilder();
    while (different.length() < 1024 * 1024) {
      different.append("w").append(different.length()).append(' ');
    }
    assertEquals(0, articles.search(different.toString(), 3).size());
    store("big", "y", words);
    assertEquals(List.of("big"), inBody("word sqlite").stream().limit(1).toList());
  }

  @Test
  void aLongChainOfOperatorsIsNoLimit() {
    Fts any = Fts.words("nothing0");
    Fts all = Fts.words("java");
    for (int i = 1; i < 200; i++) {
      any = any.or(Fts.words("nothing" + i));
      all = all.and(Fts.words("sqlite"));
    }
    assertEquals(1, articles.search(any.or(all), 5).size());
  }

  @Test
  void factoriesSayWhatTheyMean() {
    assertEquals(1, articles.search(Fts.phrase("sqlite in java"), 5).size());
    assertEquals(0, articles.search(Fts.phrase("java in sqlite"), 5).size());
    assertEquals(2, articles.search(Fts.anyWord("kotlin - near nowhere"), 5).size());
    assertEquals(1, articles.search(Fts.anyWord("sqlite near").not(Fts.words("java")), 5).size());
    assertEquals(1, articles.search(Fts.prefix("sqlite kot"), 5).size());
    assertEquals(0, articles.search(Fts.words("sqlite kot"), 5).size());
    assertEquals(1, articles.search(Fts.near(2, "sqlite", "java"), 5).size());
    assertEquals(0, articles.search(Fts.near(0, "sqlite", "java"), 5).size());
    assertEquals(2, articles.search(Fts.words("java").or(Fts.words("near")), 5).size());
    assertEquals(1, articles.search(Fts.words("or").and(Fts.words("near")), 5).size());
    assertEquals(0, articles.search(Fts.words("java").not(Fts.words("sqlite")), 5).size());
    assertEquals(
        1,
        articles
            .search(Fts.words("java").and(Fts.words("near").or(Fts.words("kotlin"))), 5)
            .size());
  }

  @Test
  void rawSpeaksTheEnginesLanguage() {
    assertEquals(2, articles.search(Fts.raw("sql* OR (near AND NOT_there) OR body"), 5).size());
    assertEquals(1, articles.search(Article_.body, Fts.raw("NEAR(sqlite java, 3)"), 5).size());
    assertEquals(0, articles.search(Article_.title, Fts.raw("body : java"), 5).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"java", "java AND", "nosuch : java", "NEAR(", "*", "(java", "^"})
  void aBrokenRawQueryIsATypedError(String query) {
    FullTextQuery<Article> search = articles.query().search(Article_.body, Fts.raw(query));
    List<FullTextSyntaxException> errors =
        List.of(
            assertThrows(FullTextSyntaxException.class, search::toList),
            assertThrows(FullTextSyntaxException.class, search::count),
            assertThrows(FullTextSyntaxException.class, () -> search.forEach(each -> {})),
            assertThrows(
                FullTextSyntaxException.class,
                () -> articles.where(Article_.body.matches(Fts.raw(query))).exists()));
    for (FullTextSyntaxException error : errors) {
      assertEquals(ErrorCode.FULL_TEXT_SYNTAX, error.code());
      assertEquals("articles", error.collection().orElseThrow());
      assertTrue(String.valueOf(error.getMessage()).contains("`" + query + "`"), error::toString);
    }
    assertEquals(List.of("a"), inBody("java"), "the connection works on");
  }
}
