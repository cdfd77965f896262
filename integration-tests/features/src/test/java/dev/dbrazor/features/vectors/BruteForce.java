package dev.dbrazor.features.vectors;

import dev.dbrazor.annotation.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Distances as their definitions say, one element after the other. */
final class BruteForce {
  private BruteForce() {}

  static double distance(Metric metric, float[] a, float[] b) {
    double sum = 0;
    double left = 0;
    double right = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum +=
          switch (metric) {
            case COSINE, DOT -> (double) a[i] * b[i];
            case L2 -> difference * difference;
            case L1 -> Math.abs(difference);
          };
      left += (double) a[i] * a[i];
      right += (double) b[i] * b[i];
    }
    return switch (metric) {
      case COSINE -> 1 - sum / Math.sqrt(left) / Math.sqrt(right);
      case L2 -> Math.sqrt(sum);
      case L1 -> sum;
      case DOT -> -sum;
    };
  }

  /** Places of the k nearest, nearest first, equally near ones in order. */
  static List<Integer> nearest(Metric metric, float[][] vectors, float[] query, int k) {
    double[] distances = new double[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      distances[i] = distance(metric, vectors[i], query);
    }
    return IntStream.range(0, vectors.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> distances[i]))
        .limit(k)
        .toList();
  }
}
