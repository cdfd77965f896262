package dev.dbrazor.vector;

/**
 * A query, turned as the sketches are: its signs, for a first look at all of them, and its elements
 * in 4 bits each, for a second look at the better ones. Immutable.
 */
final class SketchedQuery {
  private static final int LEVELS = 15;

  private final int words;
  private final int size;
  private final double offset;
  private final double length;
  private final long[] signs;

  /** By number of different signs: the product of a slot's signs with the query that suggests. */
  private final float[] products;

  /** The four bits of the elements, one bit of all elements after the other's. */
  private final long[] planes;

  private final float low;
  private final float step;
  private final float sum;

  /**
   * @param turned the query without the centre, turned
   * @param offset what a rank is more than its estimate
   */
  SketchedQuery(float[] turned, double length, double offset) {
    this.size = turned.length;
    this.words = size / 64;
    this.length = length;
    this.offset = offset;
    signs = new long[words];
    planes = new long[4 * words];
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    float total = 0;
    for (float value : turned) {
      least = Math.min(least, value);
      most = Math.max(most, value);
      total += value;
    }
    low = least;
    step = (most - least) / LEVELS;
    sum = total;
    for (int i = 0; i < size; i++) {
      quantize(i, turned[i]);
    }
    products = products();
  }

  private void quantize(int i, float value) {
    int level = step == 0 ? 0 : Math.round((value - low) / step);
    long bit = 1L << i;
    for (int plane = 0; plane < 4; plane++) {
      if ((level >> plane & 1) != 0) {
        planes[plane * words + i / 64] |= bit;
      }
    }
    if (value >= 0) {
      signs[i / 64] |= bit;
    }
  }

  /** The angle of two vectors, told from their signs; the product of signs has its own scale. */
  private float[] products() {
    float[] table = new float[size + 1];
    double scale = length * Math.sqrt(size * 2 / Math.PI);
    for (int different = 0; different <= size; different++) {
      table[different] = (float) (scale * Math.sin(Math.PI / 2 * (1 - 2.0 * different / size)));
    }
    return table;
  }

  /** Looks at the first slots of a segment by signs alone, and offers those that may be near. */
  void scan(Segment segment, int count, int point, int number, Shortlist to) {
    int[] different = new int[Segment.BLOCK];
    int[] near = new int[Segment.BLOCK];
    for (int block = 0; block < count; block += Segment.BLOCK) {
      int slots = Math.min(Segment.BLOCK, count - block);
      int at = segment.firstWord(block);
      count(segment.signs, at, signs[0], different);
      for (int word = 1; word < words; word++) {
        add(segment.signs, at + word * Segment.BLOCK, signs[word], different);
      }
      int found = near(segment.base, segment.slope, block, slots, different, to.worst(), near);
      for (int i = 0; i < found; i++) {
        int slot = near[i];
        if (segment.isVisible(slot, point)) {
          to.offer(number + slot, look(segment, slot, different[slot - block]));
        }
      }
    }
  }

  /** Counts the different signs of one word of a block: loops as simple as vector units want. */
  private static void count(long[] of, int at, long word, int[] different) {
    for (int i = 0; i < different.length; i++) {
      different[i] = Long.bitCount(of[at + i] ^ word);
    }
  }

  /** Adds those of another word. */
  private static void add(long[] of, int at, long word, int[] different) {
    for (int i = 0; i < different.length; i++) {
      different[i] += Long.bitCount(of[at + i] ^ word);
    }
  }

  /** Finds the slots with estimates below the worst: a loop that calls nothing, for its speed. */
  private int near(
      float[] base, float[] slope, int block, int slots, int[] different, float worst, int[] near) {
    float[] table = products;
    int found = 0;
    for (int i = 0; i < slots; i++) {
      if (base[block + i] - slope[block + i] * table[different[i]] < worst) {
        near[found++] = block + i;
      }
    }
    return found;
  }

  private float look(Segment segment, int slot, int different) {
    return segment.base[slot] - segment.slope[slot] * products[different];
  }

  /** As {@link #scan}, of one slot. */
  void look(Segment segment, int slot, int number, Shortlist to) {
    int at = segment.firstWord(slot);
    int different = 0;
    for (int word = 0; word < words; word++) {
      different += Long.bitCount(segment.signs[at + word * Segment.BLOCK] ^ signs[word]);
    }
    to.offer(number + slot, look(segment, slot, different));
  }

  /** A closer look at one slot: its rank, give or take some {@link #deviation}. */
  float estimate(Segment segment, int slot) {
    int at = segment.firstWord(slot);
    int positive = 0;
    int levels = 0;
    for (int word = 0; word < words; word++) {
      long bits = segment.signs[at + word * Segment.BLOCK];
      positive += Long.bitCount(bits);
      levels +=
          Long.bitCount(bits & planes[word])
              + 2 * Long.bitCount(bits & planes[words + word])
              + 4 * Long.bitCount(bits & planes[2 * words + word])
              + 8 * Long.bitCount(bits & planes[3 * words + word]);
    }
    float product = 2 * (low * positive + step * levels) - sum;
    return (float) (segment.base[slot] + offset - segment.slope[slot] * product);
  }

  double deviation(Segment segment, int slot) {
    return segment.margin[slot] * length;
  }
}
