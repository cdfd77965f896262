package dev.dbrazor.vector;

import dev.dbrazor.annotation.Metric;

/**
 * The exact distance of vectors from one query; immutable.
 *
 * <pre>
 * metric   distance                          score
 * COSINE   1 - cosine, from 0 to 2           the cosine, from -1 to 1
 * L2       root of the squared differences   1 / (1 + distance)
 * L1       sum of absolute differences       1 / (1 + distance)
 * DOT      the product, its sign turned      the product
 * </pre>
 */
public final class Distance {
  private final Metric metric;
  private final float[] query;
  private final double square;

  /**
   * @param query finite, and not zero under {@link Metric#COSINE}; must not change
   */
  public Distance(Metric metric, float[] query) {
    this.metric = metric;
    this.query = query;
    this.square = Kernels.dot(query, query);
  }

  /** Neither infinite nor NaN, unless the vector has such an element, or no direction it needs. */
  public double to(float[] vector) {
    return switch (metric) {
      case COSINE -> cosine(vector);
      case L2 -> Math.sqrt(Kernels.squaredDifference(query, vector));
      case L1 -> Kernels.absoluteDifference(query, vector);
      case DOT -> 0.0 - Kernels.dot(query, vector);
    };
  }

  /** Exactly 0 for equal vectors: the root of a square is exact. */
  private double cosine(float[] vector) {
    double lengths = Math.sqrt(square * Kernels.dot(vector, vector));
    return Math.max(0, 1 - Kernels.dot(query, vector) / lengths);
  }

  /** Higher is better. */
  public static double score(Metric metric, double distance) {
    return switch (metric) {
      case COSINE -> 1 - distance;
      case L2, L1 -> 1 / (1 + distance);
      case DOT -> 0.0 - distance;
    };
  }

  Metric metric() {
    return metric;
  }

  float[] query() {
    return query;
  }
}
