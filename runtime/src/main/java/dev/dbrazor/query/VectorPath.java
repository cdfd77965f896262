package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.mapping.ValueType;

/**
 * The path of a vector component: what {@link CollectionDao#nearest} searches by.
 *
 * <p>A search measures every row that it returns; where there are many rows, it does not read all
 * of them but those that sketches in memory propose. {@link #epsilon} says how generously these
 * choose, {@link #exact} has all rows read:
 *
 * <pre>{@code
 * passages.nearest(Passage_.embedding, query, 10);
 * passages.nearest(Passage_.embedding.exact(), query, 10);
 * }</pre>
 *
 * @param <R> the record
 */
public final class VectorPath<R> extends Expression<R, float[]> implements Settable<R, float[]> {
  private static final double EPSILON = 2;

  private final Location<R> place;
  private final ValueType<float[]> elements;
  private final double epsilon;

  /** For generated code. */
  public VectorPath(Location<R> location, ValueType<float[]> type) {
    this(location, type, EPSILON);
  }

  private VectorPath(Location<R> location, ValueType<float[]> type, double epsilon) {
    super(location, type);
    this.place = location;
    this.elements = type;
    this.epsilon = epsilon;
  }

  /**
   * The same component, searched with another bound: rows whose estimated distance is more than so
   * many of its deviations beyond the k nearest are not read. On sentence embeddings 1.5 finds some
   * 99 % of the true neighbours, 2, the default, some 99.7 %, 3 nearly all; a search takes longer
   * the more it is.
   *
   * @throws InvalidArgumentException unless it is a positive number
   */
  public VectorPath<R> epsilon(double deviations) {
    if (!(deviations > 0)) {
      throw new InvalidArgumentException("epsilon must be positive: " + deviations);
    }
    return new VectorPath<>(place, elements, deviations);
  }

  /** The same component, searched by reading every row. */
  public VectorPath<R> exact() {
    return epsilon(Double.POSITIVE_INFINITY);
  }

  double epsilon() {
    return epsilon;
  }
}
