package dev.dbrazor.features.lifecycle;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Unique;
import org.jspecify.annotations.Nullable;

/** A row. */
@Collection("things")
record Thing(@Id @Nullable Long id, @Unique String name) {
  static Thing of(String name) {
    return new Thing(null, name);
  }
}
