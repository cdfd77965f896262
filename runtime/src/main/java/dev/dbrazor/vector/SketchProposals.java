package dev.dbrazor.vector;

import dev.dbrazor.annotation.Metric;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sketches propose for one query. All slots are looked at by signs alone; the better ones are
 * estimated more closely; the nearest of these are read first, and then all whose estimate, less
 * epsilon deviations, is within reach. One thread.
 */
final class SketchProposals implements Proposals {
  private static final int FEWEST_LOOKED_AT = 256;
  private static final int LOOKED_AT_FOR_EACH = 40;
  private static final int LOOKED_AT_SHARE = 128;

  private final View view;
  private final int point;
  private final long[] changed;
  private final Metric metric;
  private final double epsilon;
  private final SketchedQuery query;

  /** The shortlist, nearest estimates first up to {@link #first}. */
  private final long[] items;

  private final int first;
  private int firstAt;

  /** The rest by lowest possible rank, made once the first rows have been measured. */
  private long @Nullable [] rest;

  private int restAt;

  private SketchProposals(
      View view,
      int point,
      long[] changed,
      Distance distance,
      double epsilon,
      int k,
      long @Nullable [] among) {
    this.view = view;
    this.point = point;
    this.changed = changed;
    this.metric = distance.metric();
    this.epsilon = epsilon;
    this.query = view.sketcher().query(distance.query());
    long slots = view.counts().stream().mapToLong(Integer::intValue).sum();
    long looked = Math.max(FEWEST_LOOKED_AT, (long) LOOKED_AT_FOR_EACH * k);
    Shortlist list =
        new Shortlist((int) Math.min(Math.max(looked, slots / LOOKED_AT_SHARE), slots + 1));
    if (among == null) {
      scan(list);
    } else {
      look(among, list);
    }
    items = list.best();
    for (int i = 0; i < items.length; i++) {
      int slot = Shortlist.slot(items[i]);
      items[i] = Shortlist.item(slot, query.estimate(segment(slot), place(slot)));
    }
    first = (int) Math.min(items.length, k + k / 2 + 8L);
    Shortlist.part(items, items.length, first);
  }

  /**
   * @param changed rows not to be proposed, ascending
   */
  static SketchProposals of(
      View view,
      Point point,
      long[] changed,
      Distance distance,
      int k,
      double epsilon,
      long @Nullable [] among) {
    return new SketchProposals(view, point.number(), changed, distance, epsilon, k, among);
  }

  private void scan(Shortlist list) {
    List<Segment> segments = view.segments();
    for (int i = 0; i < segments.size(); i++) {
      int number = i * Segment.CAPACITY;
      query.scan(segments.get(i), view.counts().get(i), point, number, list);
    }
  }

  private void look(long[] among, Shortlist list) {
    List<Segment> segments = view.segments();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      int number = i * Segment.CAPACITY;
      segment.forEachOf(
          among,
          view.counts().get(i),
          slot -> {
            if (segment.isVisible(slot, point)) {
              query.look(segment, slot, number, list);
            }
          });
    }
  }

  private Segment segment(int slot) {
    return view.segments().get(slot / Segment.CAPACITY);
  }

  private static int place(int slot) {
    return slot % Segment.CAPACITY;
  }

  @Override
  public long[] changed() {
    return changed;
  }

  @Override
  public int next(double reach, long[] rows) {
    int count = 0;
    while (firstAt < first && count < rows.length) {
      count = propose(items[firstAt++], rows, count);
    }
    if (count > 0) {
      return count;
    }
    float bound = bound(reach);
    if (rest == null) {
      rest = rest(bound);
    }
    while (restAt < rest.length
        && count < rows.length
        && Shortlist.estimate(rest[restAt]) <= bound) {
      count = propose(rest[restAt++], rows, count);
    }
    return count;
  }

  /** A little more than the rank, so that rounding loses nothing. */
  private float bound(double reach) {
    float bound = (float) Sketcher.rank(metric, reach);
    return bound + Math.abs(bound) * 1e-6f;
  }

  private long[] rest(float bound) {
    long[] wanted = new long[items.length - first];
    int count = 0;
    for (int i = first; i < items.length; i++) {
      int slot = Shortlist.slot(items[i]);
      double deviation = query.deviation(segment(slot), place(slot));
      float low = (float) (Shortlist.estimate(items[i]) - epsilon * deviation);
      if (low <= bound) {
        wanted[count++] = Shortlist.item(slot, low);
      }
    }
    Arrays.sort(wanted, 0, count);
    return Arrays.copyOf(wanted, count);
  }

  private int propose(long item, long[] rows, int count) {
    int slot = Shortlist.slot(item);
    long row = segment(slot).rows[place(slot)];
    if (Arrays.binarySearch(changed, row) >= 0) {
      return count;
    }
    rows[count] = row;
    return count + 1;
  }
}
