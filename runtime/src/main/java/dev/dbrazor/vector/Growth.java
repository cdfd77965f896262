package dev.dbrazor.vector;

import java.util.ArrayList;
import java.util.List;

/**
 * The next view in the making, by the one thread that may: slots are appended to the last segment
 * and end in others, which those who search an older view do not notice.
 */
final class Growth {
  private static final int FIRST_CAPACITY = 256;

  private final Sketcher sketcher;
  private final List<Segment> segments;
  private final List<Point> points;
  private final int trained;
  private final int point;
  private final float[] scratch;

  private Growth(Sketcher sketcher, List<Segment> segments, List<Point> points, int trained) {
    this.sketcher = sketcher;
    this.segments = new ArrayList<>(segments);
    this.points = points;
    this.trained = trained;
    this.point = points.get(points.size() - 1).number();
    this.scratch = sketcher.scratch();
  }

  /** A first view. */
  static Growth begin(Sketcher sketcher, Point point, int trained) {
    return new Growth(sketcher, List.of(), List.of(point), trained);
  }

  /** The view after this one. */
  static Growth after(View view, Point point) {
    return new Growth(view.sketcher(), view.segments(), view.pointsWith(point), view.trained());
  }

  /** Takes a row's vector as it is from this point on. */
  void add(long row, float[] vector) {
    sketcher.append(row, vector, open(), point, scratch);
  }

  /** Takes a row whose BLOB is no vector: whoever meets it is to find that out. */
  void addUnreadable(long row) {
    sketcher.appendUnknown(row, open(), point);
  }

  /** A row's vector, as far as it is known, holds no more. */
  void end(long row) {
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (segments.get(i).kill(row, point)) {
        return;
      }
    }
  }

  /** The segment with room for another slot. */
  private Segment open() {
    int last = segments.size() - 1;
    Segment segment = last < 0 ? null : segments.get(last);
    if (segment != null && !segment.isSealed() && segment.count() < segment.capacity()) {
      return segment;
    }
    if (segment != null && !segment.isSealed() && segment.count() < Segment.CAPACITY) {
      int more = Math.min(2 * segment.capacity(), Segment.CAPACITY);
      segments.set(last, segment.withCapacity(more));
    } else {
      if (segment != null && !segment.isSealed()) {
        segments.set(last, segment.sealed(points.get(0).number()));
      }
      segments.add(new Segment(sketcher.words(), FIRST_CAPACITY));
    }
    return segments.get(segments.size() - 1);
  }

  /** Leaves out slots that hold for no point, where they are many. */
  void compact(int oldest) {
    int last = segments.size() - 1;
    for (int i = 0; i < last; i++) {
      Segment segment = segments.get(i);
      if (segment.dead() > segment.count() / 4) {
        segments.set(i, segment.sealed(oldest));
      }
    }
    segments.subList(0, Math.max(0, last)).removeIf(segment -> segment.count() == 0);
  }

  View view() {
    return View.of(sketcher, segments, points, trained);
  }
}
