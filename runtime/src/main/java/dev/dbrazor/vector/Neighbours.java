package dev.dbrazor.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The k nearest of the rows offered, and those that are as near as the last of them. */
final class Neighbours {
  private static final Comparator<Neighbour> ORDER =
      Comparator.comparingDouble(Neighbour::distance).thenComparingLong(Neighbour::row);

  private final int wanted;
  private final List<Neighbour> found = new ArrayList<>();
  private double reach = Double.POSITIVE_INFINITY;
  private int roomFor;

  Neighbours(int wanted) {
    this.wanted = wanted;
    this.roomFor = room(wanted);
  }

  private static int room(int rows) {
    return (int) Math.min(Integer.MAX_VALUE - 8, 2L * rows + 64);
  }

  void offer(long row, double distance) {
    if (distance <= reach) {
      found.add(new Neighbour(row, distance));
      if (found.size() >= roomFor) {
        part();
        roomFor = room(found.size());
      }
    }
  }

  /** The distance beyond which no row can be wanted; infinite while there are too few. */
  double reach() {
    part();
    return reach;
  }

  /** Nearest first; more than wanted where the last ones are equally near. */
  List<Neighbour> nearest() {
    part();
    return found;
  }

  private void part() {
    found.sort(ORDER);
    if (found.size() >= wanted) {
      reach = found.get(wanted - 1).distance();
      int kept = wanted;
      while (kept < found.size() && found.get(kept).distance() == reach) {
        kept++;
      }
      found.subList(kept, found.size()).clear();
    }
  }
}
