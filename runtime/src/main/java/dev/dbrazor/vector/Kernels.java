package dev.dbrazor.vector;

/**
 * Sums over the elements of two vectors of the same length, in double precision, so that no finite
 * vector overflows. Eight sums run beside each other: one alone would wait for itself at each step.
 */
final class Kernels {
  private Kernels() {}

  /** The sum of the products. */
  static double dot(float[] a, float[] b) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int i = 0;
    for (int end = a.length - 7; i < end; i += 8) {
      s0 += (double) a[i] * b[i];
      s1 += (double) a[i + 1] * b[i + 1];
      s2 += (double) a[i + 2] * b[i + 2];
      s3 += (double) a[i + 3] * b[i + 3];
      s4 += (double) a[i + 4] * b[i + 4];
      s5 += (double) a[i + 5] * b[i + 5];
      s6 += (double) a[i + 6] * b[i + 6];
      s7 += (double) a[i + 7] * b[i + 7];
    }
    for (; i < a.length; i++) {
      s0 += (double) a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  }

  /** The sum of the squared differences. */
  static double squaredDifference(float[] a, float[] b) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int i = 0;
    for (int end = a.length - 7; i < end; i += 8) {
      s0 += square(a[i], b[i]);
      s1 += square(a[i + 1], b[i + 1]);
      s2 += square(a[i + 2], b[i + 2]);
      s3 += square(a[i + 3], b[i + 3]);
      s4 += square(a[i + 4], b[i + 4]);
      s5 += square(a[i + 5], b[i + 5]);
      s6 += square(a[i + 6], b[i + 6]);
      s7 += square(a[i + 7], b[i + 7]);
    }
    for (; i < a.length; i++) {
      s0 += square(a[i], b[i]);
    }
    return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  }

  private static double square(float a, float b) {
    double difference = (double) a - b;
    return difference * difference;
  }

  /** The sum of the absolute differences. */
  static double absoluteDifference(float[] a, float[] b) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int i = 0;
    for (int end = a.length - 7; i < end; i += 8) {
      s0 += Math.abs((double) a[i] - b[i]);
      s1 += Math.abs((double) a[i + 1] - b[i + 1]);
      s2 += Math.abs((double) a[i + 2] - b[i + 2]);
      s3 += Math.abs((double) a[i + 3] - b[i + 3]);
      s4 += Math.abs((double) a[i + 4] - b[i + 4]);
      s5 += Math.abs((double) a[i + 5] - b[i + 5]);
      s6 += Math.abs((double) a[i + 6] - b[i + 6]);
      s7 += Math.abs((double) a[i + 7] - b[i + 7]);
    }
    for (; i < a.length; i++) {
      s0 += Math.abs((double) a[i] - b[i]);
    }
    return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  }
}
