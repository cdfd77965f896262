package dev.dbrazor.vectors;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.Vector;

/**
 * What is searched.
 *
 * @param bucket one in a hundred, for filters
 */
@Collection("glosses")
public record Gloss(
    @Id long id, @Indexed int bucket, @Vector(dimensions = Gloss.DIMENSIONS) float[] embedding) {
  static final int DIMENSIONS = 384;
}
