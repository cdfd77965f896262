package dev.dbrazor.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors of length 1 around topics, for sizes of which there are no sentences; always alike. */
final class Mixture {
  private static final int TOPICS = 5_000;
  private static final double SPREAD = 1.2;

  private final Random random;
  private final float[][] topics = new float[TOPICS][Gloss.DIMENSIONS];

  Mixture(long seed) {
    random = new Random(seed);
    for (float[] topic : topics) {
      for (int i = 0; i < topic.length; i++) {
        topic[i] = (float) random.nextGaussian();
      }
    }
  }

  List<float[]> next(int count) {
    List<float[]> vectors = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      vectors.add(next());
    }
    return vectors;
  }

  private float[] next() {
    float[] topic = topics[random.nextInt(TOPICS)];
    float[] vector = new float[topic.length];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (topic[i] + SPREAD * random.nextGaussian());
      square += (double) vector[i] * vector[i];
    }
    float unit = (float) (1 / Math.sqrt(square));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= unit;
    }
    return vector;
  }
}
