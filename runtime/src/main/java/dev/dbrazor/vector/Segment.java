package dev.dbrazor.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A run of slots, each the sketch of one row's vector. One writer appends slots and marks dead ones
 * while others search: they look at no more slots than their view counts, and a mark speaks of a
 * point that is later than theirs.
 *
 * <p>For a slot, {@code base - slope * p} estimates how far it is from a query, p being the product
 * of its signs with the query, and {@code margin} is the deviation to be expected.
 */
final class Segment {
  static final int CAPACITY = 1 << 14;

  /** Slots whose words lie together: first word of all, second word of all. */
  static final int BLOCK = 256;

  /** 64-bit words of signs a slot. */
  final int words;

  final long[] rows;
  final long[] signs;
  final float[] base;
  final float[] slope;
  final float[] margin;

  /** The point from which on a slot holds. */
  final int[] born;

  /** The point from which on a slot holds no more; 0 while it does. Made by the first death. */
  private int @Nullable [] died;

  private int count;
  private int dead;
  private boolean sorted = true;
  private boolean sealed;

  Segment(int words, int capacity) {
    this.words = words;
    rows = new long[capacity];
    signs = new long[(capacity + BLOCK - 1) / BLOCK * BLOCK * words];
    base = new float[capacity];
    slope = new float[capacity];
    margin = new float[capacity];
    born = new int[capacity];
  }

  int count() {
    return count;
  }

  int dead() {
    return dead;
  }

  int capacity() {
    return rows.length;
  }

  /** Whether it takes no more slots. */
  boolean isSealed() {
    return sealed;
  }

  /** Where a slot's first word is among {@link #signs}; the next is {@link #BLOCK} further. */
  int firstWord(int slot) {
    return slot / BLOCK * BLOCK * words + slot % BLOCK;
  }

  /** Takes the next slot, whose signs and numbers the caller has filled in. */
  void append(long row, int point) {
    sorted &= count == 0 || rows[count - 1] <= row;
    rows[count] = row;
    born[count] = point;
    count++;
  }

  /** The first slots were filled in by the caller, to hold for all points. */
  void filled(int slots, boolean complete) {
    Arrays.fill(born, 0, slots, 1);
    for (int slot = 1; slot < slots; slot++) {
      sorted &= rows[slot - 1] <= rows[slot];
    }
    count = slots;
    sealed = complete;
  }

  boolean isVisible(int slot, int point) {
    int[] deaths = died;
    int end = deaths == null ? 0 : deaths[slot];
    return born[slot] <= point && (end == 0 || end > point);
  }

  /** Ends the slot that holds for a row now; false when there is none. */
  boolean kill(long row, int point) {
    if (count == 0 || sorted && (row < rows[0] || row > rows[count - 1])) {
      return false;
    }
    int slot = sorted ? Arrays.binarySearch(rows, 0, count, row) : 0;
    if (slot < 0) {
      return false;
    }
    while (sorted && slot > 0 && rows[slot - 1] == row) {
      slot--;
    }
    for (; slot < count && (!sorted || rows[slot] == row); slot++) {
      if (rows[slot] == row && (died == null || died[slot] == 0)) {
        end(slot, point);
        return true;
      }
    }
    return false;
  }

  private void end(int slot, int point) {
    if (died == null) {
      died = new int[rows.length];
    }
    died[slot] = point;
    dead++;
  }

  /** Forgets slots that nobody was told of. */
  void truncate(int slots) {
    count = Math.min(count, slots);
  }

  /** A copy with more room. */
  Segment withCapacity(int capacity) {
    Segment copy = new Segment(words, capacity);
    for (int slot = 0; slot < count; slot++) {
      copy.take(this, slot);
    }
    return copy;
  }

  /**
   * A copy that takes no more slots: in the order of rows, without those that hold for nobody.
   *
   * @param oldest the earliest point that anybody asks for
   */
  Segment sealed(int oldest) {
    Integer[] order = new Integer[count];
    int kept = 0;
    for (int slot = 0; slot < count; slot++) {
      if (died == null || died[slot] == 0 || died[slot] > oldest) {
        order[kept++] = slot;
      }
    }
    if (!sorted) {
      Arrays.sort(order, 0, kept, (a, b) -> Long.compare(rows[a], rows[b]));
    }
    Segment copy = new Segment(words, kept);
    for (int i = 0; i < kept; i++) {
      copy.take(this, order[i]);
    }
    copy.sealed = true;
    return copy;
  }

  /** Takes a slot of another segment as the next one here. */
  void take(Segment from, int slot) {
    int to = firstWord(count);
    int of = from.firstWord(slot);
    for (int word = 0; word < words; word++) {
      signs[to + word * BLOCK] = from.signs[of + word * BLOCK];
    }
    base[count] = from.base[slot];
    slope[count] = from.slope[slot];
    margin[count] = from.margin[slot];
    int end = from.died == null ? 0 : from.died[slot];
    append(from.rows[slot], from.born[slot]);
    if (end != 0) {
      end(count - 1, end);
    }
  }

  /** Takes slots. */
  interface SlotVisitor {
    void visit(int slot);
  }

  /**
   * Those of the first slots whose rows are wanted, living or dead.
   *
   * @param wanted ascending
   */
  void forEachOf(long[] wanted, int slots, SlotVisitor visitor) {
    if (!sorted) {
      for (int slot = 0; slot < slots; slot++) {
        if (Arrays.binarySearch(wanted, rows[slot]) >= 0) {
          visitor.visit(slot);
        }
      }
      return;
    }
    int slot = 0;
    int next = slots == 0 ? wanted.length : firstNotBelow(wanted, 0, wanted.length, rows[0]);
    while (slot < slots && next < wanted.length) {
      slot = firstNotBelow(rows, slot, slots, wanted[next]);
      while (slot < slots && rows[slot] == wanted[next]) {
        visitor.visit(slot++);
      }
      next++;
    }
  }

  /** By steps that double, since what is sought is mostly near. */
  private static int firstNotBelow(long[] values, int from, int to, long value) {
    int step = 1;
    int low = from;
    while (low + step < to && values[low + step] < value) {
      low += step;
      step *= 2;
    }
    int high = Math.min(to, low + step + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
