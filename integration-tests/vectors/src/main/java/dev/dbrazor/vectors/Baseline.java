package dev.dbrazor.vectors;

import java.util.Arrays;
import java.util.List;

/** An exact scan over floats beside each other in memory, with eight sums. */
final class Baseline {
  private final int count;
  private final float[] all;

  Baseline(List<float[]> vectors) {
    count = vectors.size();
    all = new float[count * Gloss.DIMENSIONS];
    for (int i = 0; i < count; i++) {
      System.arraycopy(vectors.get(i), 0, all, i * Gloss.DIMENSIONS, Gloss.DIMENSIONS);
    }
  }

  /** The places of the k with the largest products, in no order; vectors are of length 1. */
  int[] nearest(float[] query, int k) {
    float[] best = new float[k];
    int[] places = new int[k];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    for (int place = 0; place < count; place++) {
      float product = product(place * Gloss.DIMENSIONS, query);
      if (product > best[k - 1]) {
        int at = k - 1;
        for (; at > 0 && best[at - 1] < product; at--) {
          best[at] = best[at - 1];
          places[at] = places[at - 1];
        }
        best[at] = product;
        places[at] = place;
      }
    }
    return places;
  }

  private float product(int at, float[] q) {
    float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    for (int i = 0; i < Gloss.DIMENSIONS; i += 8) {
      s0 += all[at + i] * q[i];
      s1 += all[at + i + 1] * q[i + 1];
      s2 += all[at + i + 2] * q[i + 2];
      s3 += all[at + i + 3] * q[i + 3];
      s4 += all[at + i + 4] * q[i + 4];
      s5 += all[at + i + 5] * q[i + 5];
      s6 += all[at + i + 6] * q[i + 6];
      s7 += all[at + i + 7] * q[i + 7];
    }
    return s0 + s1 + s2 + s3 + (s4 + s5 + s6 + s7);
  }
}
