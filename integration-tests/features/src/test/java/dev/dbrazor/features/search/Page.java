package dev.dbrazor.features.search;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.FullText;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Vector;
import org.jspecify.annotations.Nullable;

/** A text and its meaning under two ids; the state has no index. */
@Collection("pages")
public record Page(
    @Id String book,
    @Id int number,
    String state,
    @FullText String text,
    @Vector(dimensions = Page.DIMENSIONS) float @Nullable [] meaning) {
  static final int DIMENSIONS = 32;

  /** A page about the topic of this number. */
  static Page of(String book, int number, String text, int topic) {
    float[] meaning = new float[DIMENSIONS];
    meaning[topic % DIMENSIONS] = 1;
    meaning[number % DIMENSIONS] += 0.1f;
    return new Page(book, number, "new", text, meaning);
  }
}
