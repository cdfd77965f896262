package dev.dbrazor.vector;

import java.util.Arrays;

/**
 * The best of many slots by their estimates, in no order. Keeps up to three times as many as wanted
 * before it drops the worse ones, so that an offer costs next to nothing. One thread.
 *
 * <p>A slot and its estimate are one number, which orders as the estimates do.
 */
final class Shortlist {
  private static final int ROOM = 3;
  private static final int SAMPLE = 64;

  /** Of the sample: a little more than what is wanted of a full list. */
  private static final int LIMIT = SAMPLE * 7 / 16;

  private final int wanted;
  private long[] items;
  private int count;
  private float worst = Float.POSITIVE_INFINITY;

  Shortlist(int wanted) {
    this.wanted = wanted;
    this.items = new long[Math.min(ROOM * wanted, 1024)];
  }

  static long item(int slot, float estimate) {
    int bits = Float.floatToRawIntBits(estimate);
    return (long) (bits ^ bits >> 31 & Integer.MAX_VALUE) << 32 | slot;
  }

  static int slot(long item) {
    return (int) item;
  }

  static float estimate(long item) {
    int bits = (int) (item >> 32);
    return Float.intBitsToFloat(bits ^ bits >> 31 & Integer.MAX_VALUE);
  }

  /** What an estimate must be below to be worth an offer. */
  float worst() {
    return worst;
  }

  void offer(int slot, float estimate) {
    if (estimate >= worst) {
      return;
    }
    if (count == items.length) {
      if (count < ROOM * wanted) {
        items = Arrays.copyOf(items, Math.min(2 * count, ROOM * wanted));
      } else {
        drop();
        if (estimate >= worst) {
          return;
        }
      }
    }
    items[count++] = item(slot, estimate);
  }

  /** By the sight of some; parting exactly costs five times as much. */
  private void drop() {
    long[] some = new long[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      some[i] = items[i * (count / SAMPLE)];
    }
    Arrays.sort(some);
    long limit = some[LIMIT];
    int better = 0;
    for (int i = 0; i < count; i++) {
      better += items[i] < limit ? 1 : 0;
    }
    if (better < wanted) {
      part(items, count, wanted);
      count = wanted;
      worst = estimate(Arrays.stream(items, 0, count).max().orElseThrow());
    } else {
      keep(limit);
      worst = estimate(limit);
    }
  }

  private void keep(long limit) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      long item = items[i];
      items[kept] = item;
      kept += item < limit ? 1 : 0;
    }
    count = kept;
  }

  /** The wanted ones, or all when there are fewer. */
  long[] best() {
    if (count > wanted) {
      part(items, count, wanted);
      count = wanted;
    }
    return Arrays.copyOf(items, count);
  }

  /** Brings the smallest items to the beginning, by Hoare's selection. */
  static void part(long[] items, int count, int smallest) {
    int from = 0;
    int to = count - 1;
    while (from < to) {
      long pivot = items[(from + to) >>> 1];
      int i = from;
      int j = to;
      while (i <= j) {
        while (items[i] < pivot) {
          i++;
        }
        while (items[j] > pivot) {
          j--;
        }
        if (i <= j) {
          long item = items[i];
          items[i++] = items[j];
          items[j--] = item;
        }
      }
      if (smallest <= j) {
        to = j;
      } else if (smallest >= i) {
        from = i;
      } else {
        return;
      }
    }
  }
}
