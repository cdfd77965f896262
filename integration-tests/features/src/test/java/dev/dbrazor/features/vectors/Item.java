package dev.dbrazor.features.vectors;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.annotation.Vector;

/** The metrics that sketches know, and the one they do not. */
@Collection("measured_items")
public record Item(
    @Id long id,
    @Vector(dimensions = Item.DIMENSIONS) float[] cosine,
    @Vector(dimensions = Item.DIMENSIONS, metric = Metric.L2) float[] l2,
    @Vector(dimensions = Item.DIMENSIONS, metric = Metric.L1) float[] l1,
    @Vector(dimensions = Item.DIMENSIONS, metric = Metric.DOT) float[] dot) {
  static final int DIMENSIONS = 48;

  static Item of(float[] vector) {
    return new Item(0, vector, vector, vector, vector);
  }
}
