package dev.dbrazor.features.search;

import dev.dbrazor.Database;
import dev.dbrazor.query.Match;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A file with articles. */
abstract class ArticleTest {
  @TempDir Path folder;

  Database db;
  ArticleDao articles;

  @BeforeEach
  void open() {
    db = Database.open(folder.resolve("library.db"));
    articles = new ArticleDao(db);
  }

  @AfterEach
  void close() {
    db.close();
  }

  final Article store(String slug, String title, @Nullable String body) {
    return articles.insert(Article.of(slug, title, body));
  }

  static List<String> slugs(List<Match<Article>> found) {
    return found.stream().map(match -> match.record().slug()).toList();
  }

  final List<String> inBody(String words) {
    return slugs(articles.search(Article_.body, words, 100));
  }
}
