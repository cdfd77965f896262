package dev.dbrazor.features.vectors;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.annotation.Vector;

/** One vector for each metric, under an integer key. */
@Collection("places")
public record Place(
    @Id long id,
    @Vector(dimensions = Place.DIMENSIONS) float[] direction,
    @Vector(dimensions = Place.DIMENSIONS, metric = Metric.L2) float[] position,
    @Vector(dimensions = Place.DIMENSIONS, metric = Metric.L1) float[] block,
    @Vector(dimensions = Place.DIMENSIONS, metric = Metric.DOT) float[] weights,
    Notes notes) {
  static final int DIMENSIONS = 3;

  /** A vector inside a document. */
  public record Notes(String text, @Vector(dimensions = 2) float[] mood) {}

  static Place of(long id, float... vector) {
    return new Place(id, vector, vector, vector, vector, new Notes("", new float[] {1, 1}));
  }
}
