package dev.dbrazor.features.plugins;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import java.util.ArrayList;
import java.util.List;

/** A record with a part that can be changed. */
@Collection("tagged")
public record Tagged(@Id long id, List<String> tags) {
  static Tagged of(String tag) {
    return new Tagged(0, new ArrayList<>(List.of(tag)));
  }
}
