package dev.dbrazor.vector;

import java.util.SplittableRandom;

/**
 * A random rotation that costs n log n: rounds of random signs and Hadamard transforms, each of the
 * largest power of two that fits, over the front and the back in turn. The same for the same size
 * and seed, on every machine: sketches in a file depend on it.
 */
final class Rotation {
  private static final int ROUNDS = 6;

  private final int size;
  private final int window;
  private final float scale;
  private final float[][] signs = new float[ROUNDS][];

  /**
   * @param size of the vectors, a multiple of 128
   */
  Rotation(int size, long seed) {
    this.size = size;
    this.window = Integer.highestOneBit(size);
    this.scale = (float) (1 / Math.sqrt(window));
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < ROUNDS; round++) {
      signs[round] = new float[size];
      for (int i = 0; i < size; i++) {
        signs[round][i] = random.nextBoolean() ? 1 : -1;
      }
    }
  }

  /** Turns a vector of this size in place; its length stays. */
  void apply(float[] vector) {
    for (int round = 0; round < ROUNDS; round++) {
      float[] sign = signs[round];
      for (int i = 0; i < size; i++) {
        vector[i] *= sign[i];
      }
      transform(vector, round % 2 == 0 ? 0 : size - window);
    }
  }

  /** The Hadamard transform of one window, scaled so that lengths stay. */
  private void transform(float[] vector, int start) {
    int end = start + window;
    for (int half = 1; half < window; half *= 2) {
      for (int block = start; block < end; block += 2 * half) {
        for (int i = block; i < block + half; i++) {
          float a = vector[i];
          float b = vector[i + half];
          vector[i] = a + b;
          vector[i + half] = a - b;
        }
      }
    }
    for (int i = start; i < end; i++) {
      vector[i] *= scale;
    }
  }
}
