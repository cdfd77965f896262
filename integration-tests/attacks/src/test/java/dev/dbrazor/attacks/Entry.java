package dev.dbrazor.attacks;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import org.jspecify.annotations.Nullable;

/** A row that says which write it came with. */
@Collection("entries")
record Entry(@Id @Nullable Long id, @Indexed int batch, String text) {
  static Entry of(int batch, String text) {
    return new Entry(null, batch, text);
  }
}
