package dev.dbrazor.attacks;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Unique;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text in every place a text can have. */
@Collection("words")
record Word(
    @Id @Nullable Long id,
    @Unique String text,
    List<String> tags,
    Map<String, Integer> counts,
    Place place) {

  /** A text inside a document. */
  record Place(String name, int number) {}

  static Word of(String text) {
    return new Word(null, text, List.of(text), Map.of(text, 1), new Place(text, 1));
  }
}
