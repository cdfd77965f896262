package dev.dbrazor.vector;

import java.util.ArrayList;
import java.util.List;

/**
 * An index as it is published: searches look at these segments and no further, whatever is appended
 * meanwhile. Immutable, but for the marks of later deaths.
 *
 * @param counts slots of each segment
 * @param points the latest states for which all slots are there, oldest first
 * @param trained how many vectors there were when the centre was chosen
 */
record View(
    Sketcher sketcher,
    List<Segment> segments,
    List<Integer> counts,
    List<Point> points,
    int trained) {
  private static final int POINTS = 16;

  View {
    segments = List.copyOf(segments);
    counts = List.copyOf(counts);
    points = List.copyOf(points);
  }

  static View of(Sketcher sketcher, List<Segment> segments, List<Point> points, int trained) {
    List<Integer> counts = segments.stream().map(Segment::count).toList();
    return new View(sketcher, segments, counts, points, trained);
  }

  Point latest() {
    return points.get(points.size() - 1);
  }

  Point oldest() {
    return points.get(0);
  }

  /** The points with one more, and without one that is too old then. */
  List<Point> pointsWith(Point point) {
    List<Point> more = new ArrayList<>(points);
    more.add(point);
    return more.size() > POINTS ? more.subList(1, more.size()) : more;
  }

  /** The same, its centre chosen when there were so many vectors. */
  View trainedBy(long vectors) {
    int most = (int) Math.min(vectors, Integer.MAX_VALUE);
    return new View(sketcher, segments, counts, points, most);
  }

  /** Undoes what was appended for a later view that did not come about. */
  void forgetLater() {
    for (int i = 0; i < counts.size(); i++) {
      segments.get(i).truncate(counts.get(i));
    }
  }

  /** Slots that hold now. */
  long live() {
    return segments.stream().mapToLong(segment -> segment.count() - segment.dead()).sum();
  }
}
