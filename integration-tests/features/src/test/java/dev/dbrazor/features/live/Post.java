package dev.dbrazor.features.live;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;

/** Something that is observed. */
@Collection("posts")
public record Post(@Id long id, String text) {
  static Post of(String text) {
    return new Post(0, text);
  }
}
