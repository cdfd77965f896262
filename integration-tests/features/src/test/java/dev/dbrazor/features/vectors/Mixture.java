package dev.dbrazor.features.vectors;

import java.util.Random;

/**
 * Vectors like those of texts: topics within subjects, of unlike size, around a mean that is not
 * zero, and with directions that vary less and less. The same for the same seed.
 */
final class Mixture {
  private final Random random;
  private final float[][] subjects;
  private final float[][] topics;
  private final int dimensions;

  Mixture(int dimensions, long seed) {
    this.dimensions = dimensions;
    this.random = new Random(seed);
    float[] mean = around(new float[dimensions], 0.4);
    subjects = new float[12][];
    for (int i = 0; i < subjects.length; i++) {
      subjects[i] = around(mean, 1);
    }
    topics = new float[200][];
    for (int i = 0; i < topics.length; i++) {
      topics[i] = around(subjects[random.nextInt(subjects.length)], 0.8);
    }
  }

  private float[] around(float[] centre, double spread) {
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      double fading = 1 / Math.sqrt(1 + 4.0 * i / dimensions);
      vector[i] = (float) (centre[i] + spread * fading * random.nextGaussian());
    }
    return vector;
  }

  /** Low topics are more usual than high ones. */
  float[] next() {
    double part = random.nextDouble();
    return around(topics[(int) (part * part * topics.length)], 0.7);
  }

  float[][] next(int count) {
    float[][] vectors = new float[count][];
    for (int i = 0; i < count; i++) {
      vectors[i] = next();
    }
    return vectors;
  }
}
