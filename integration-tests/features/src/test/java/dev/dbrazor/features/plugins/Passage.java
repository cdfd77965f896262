package dev.dbrazor.features.plugins;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.FullText;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.annotation.Vector;

/** Found by its words and by its place; belongs to an item. */
@Collection("item_passages")
public record Passage(
    @Id long id,
    long itemId,
    @FullText String text,
    @Vector(dimensions = 2, metric = Metric.L2) float[] place) {
  static Passage of(Item item, String text, float x) {
    return new Passage(0, item.id(), text, new float[] {x, 0});
  }
}
