package dev.dbrazor.vector;

import dev.dbrazor.annotation.Metric;
import java.util.Arrays;
import java.util.List;

/**
 * Turns vectors into one sign a dimension, after RaBitQ (Gao and Long, SIGMOD 2024): what is left
 * of a vector without the mean of all is turned at random, and the signs of that stand for it.
 * Under COSINE vectors are brought to length 1 first. Short vectors get more than one sign a
 * dimension, since they are turned within a larger space.
 *
 * <p>Sketches rank by {@link #rank}, which orders as distances do. Immutable.
 */
final class Sketcher {
  private static final int FEWEST_SIGNS = 256;
  private static final long SEED = 0x5EED_DB0A_2012_0001L;

  private final Metric metric;
  private final float[] centre;
  private final double centreSquare;
  private final int size;
  private final Rotation rotation;

  /**
   * @param centre about the mean of the vectors, of length 1 each under COSINE
   */
  Sketcher(Metric metric, float[] centre) {
    this.metric = metric;
    this.centre = centre;
    this.centreSquare = Kernels.dot(centre, centre);
    this.size = Math.max(FEWEST_SIGNS, (centre.length + 127) / 128 * 128);
    this.rotation = new Rotation(size, SEED);
  }

  /** With the mean of some vectors as centre; those without a direction it needs do not count. */
  static Sketcher of(Metric metric, int dimensions, List<float[]> sample) {
    double[] sum = new double[dimensions];
    int count = 0;
    for (float[] vector : sample) {
      double unit = unit(metric, vector);
      if (Double.isFinite(unit) && Double.isFinite(Kernels.dot(vector, vector))) {
        count++;
        for (int i = 0; i < dimensions; i++) {
          sum[i] += vector[i] * unit;
        }
      }
    }
    float[] centre = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      centre[i] = (float) (sum[i] / Math.max(1, count));
    }
    return new Sketcher(metric, centre);
  }

  /** What a vector is multiplied by first. */
  private static double unit(Metric metric, float[] vector) {
    return metric == Metric.COSINE ? 1 / Math.sqrt(Kernels.dot(vector, vector)) : 1;
  }

  int words() {
    return size / 64;
  }

  float[] centre() {
    return centre;
  }

  /** What {@link Segment#base} and its like estimate. */
  static double rank(Metric metric, double distance) {
    return switch (metric) {
      case COSINE -> 2 * distance;
      case L2 -> distance * distance;
      case L1 -> throw new IllegalArgumentException("sketches cannot tell L1 distances");
      case DOT -> distance;
    };
  }

  /** Room for the numbers of one vector after the other; for one thread. */
  float[] scratch() {
    return new float[size];
  }

  /**
   * Appends the sketch of a row's vector. One that cannot be sketched, because it is not finite, or
   * no sum of it is, gets a slot that is near to every query.
   */
  void append(long row, float[] vector, Segment to, int point, float[] scratch) {
    int slot = to.count();
    double length = residual(vector, scratch);
    rotation.apply(scratch);
    double sum = 0;
    int at = to.firstWord(slot);
    for (int word = 0; word < to.words; word++) {
      long signs = 0;
      for (int bit = 0; bit < 64; bit++) {
        float value = scratch[word * 64 + bit];
        sum += Math.abs(value);
        signs |= (long) (~Float.floatToRawIntBits(value) >>> 31) << bit;
      }
      to.signs[at + word * Segment.BLOCK] = signs;
    }
    describe(to, slot, vector, length, sum);
    to.append(row, point);
  }

  private void describe(Segment to, int slot, float[] vector, double length, double sum) {
    double scale = metric == Metric.DOT ? length : 2 * length;
    double base = metric == Metric.DOT ? -Kernels.dot(centre, vector) : length * length;
    double slope = length == 0 ? 0 : scale * length / sum;
    double kept = length == 0 ? 1 : Math.min(1, sum / (length * Math.sqrt(size)));
    double margin = scale * Math.sqrt((1 - kept * kept) / (size - 1)) / kept;
    boolean known = Float.isFinite((float) base) && Float.isFinite((float) (slope + margin));
    to.base[slot] = known ? (float) base : Float.NEGATIVE_INFINITY;
    to.slope[slot] = known ? (float) slope : 0;
    to.margin[slot] = known ? (float) margin : 0;
  }

  /** Appends a slot that is near to every query, for a row that must be looked at. */
  void appendUnknown(long row, Segment to, int point) {
    to.base[to.count()] = Float.NEGATIVE_INFINITY;
    to.slope[to.count()] = 0;
    to.margin[to.count()] = 0;
    to.append(row, point);
  }

  /** The vector without the centre, and zeros; returns its length. */
  private double residual(float[] vector, float[] to) {
    double unit = unit(metric, vector);
    double square = 0;
    for (int i = 0; i < centre.length; i++) {
      float value = (float) (vector[i] * unit - centre[i]);
      square += (double) value * value;
      to[i] = value;
    }
    Arrays.fill(to, centre.length, size, 0);
    return Math.sqrt(square);
  }

  /** A query as sketches are compared with it. */
  SketchedQuery query(float[] query) {
    float[] turned = new float[size];
    double length = residual(query, turned);
    rotation.apply(turned);
    double offset =
        metric == Metric.DOT ? centreSquare - Kernels.dot(query, centre) : length * length;
    return new SketchedQuery(turned, length, offset);
  }
}
