package dev.dbrazor.features.search;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.FullText;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Unique;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A title that counts more than the body, and an author inside a document. */
@Collection("articles")
public record Article(
    @Id @Nullable UUID id,
    @Unique String slug,
    int year,
    @FullText(
            weight = 10,
            prefixes = {2})
        String title,
    @FullText @Nullable String body,
    @Nullable Source source) {
  public record Source(String paper, @FullText @Nullable String author) {}

  static Article of(String slug, String title, @Nullable String body) {
    return new Article(null, slug, 2000, title, body, null);
  }
}
