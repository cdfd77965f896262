package dev.dbrazor.features.vectors;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.Vector;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text with a large vector that may be missing, under a hidden key. */
@Collection("passages")
public record Passage(
    @Id @Nullable UUID id,
    @Indexed int topic,
    @Vector(dimensions = Passage.DIMENSIONS) float @Nullable [] embedding) {
  static final int DIMENSIONS = 64;
}
