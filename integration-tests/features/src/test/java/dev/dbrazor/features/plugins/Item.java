package dev.dbrazor.features.plugins;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Unique;
import dev.dbrazor.annotation.Version;

/** What the plugins are shown. */
@Collection("gadgets")
public record Item(@Id long id, @Unique String name, int count, @Version int version) {
  static Item of(String name) {
    return new Item(0, name, 0, 0);
  }

  Item withName(String other) {
    return new Item(id, other, count, version);
  }

  Item withCount(int other) {
    return new Item(id, name, other, version);
  }
}
