package dev.dbrazor.features.streams;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;

/** A row of a large table. */
@Collection("lines")
record Line(@Id long id, String text) {
  static Line of(String text) {
    return new Line(0, text);
  }
}
