package dev.dbrazor.vector;

import dev.dbrazor.annotation.Metric;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.VectorStatements;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows nearest to a query by one vector component, in the caller's transaction: by
 * reading all, or those that an index proposes. Each distance in the answer was measured on the row
 * as that transaction has it. Immutable, shared by all threads.
 */
public final class VectorSearch {
  private static final int FEWEST_DIMENSIONS = 32;
  private static final int FEW = 128;
  private static final int BATCH = 64;

  private final String collection;
  private final VectorStatements sql;
  private final VectorRows rows;

  /**
   * @param component for messages: {@code embedding}
   */
  public VectorSearch(String collection, String component, VectorStatements sql) {
    this.collection = collection;
    this.sql = sql;
    this.rows = new VectorRows(collection, component, sql);
  }

  /**
   * The nearest rows, nearest first; equally near ones by id.
   *
   * @param sessions of the session, whose file's index is used
   * @param session may be guarded against full scans: what reads all rows by its nature, and not
   *     because an index is yet to be made, is such a scan
   * @param epsilon how many deviations of an estimate are allowed for; infinite: all rows are read
   * @param among only these rows, in any order; null for all that have a vector
   */
  public List<Neighbour> nearest(
      Sessions sessions,
      Session session,
      float[] query,
      int k,
      double epsilon,
      long @Nullable [] among) {
    Distance distance = new Distance(sql.metric(), query);
    if (among != null) {
      Arrays.sort(among);
    }
    if (epsilon == Double.POSITIVE_INFINITY || !isSketched()) {
      return byId(session, measured(session, distance, k, among), k);
    }
    Session free = session.unguarded();
    boolean few = among != null && among.length <= FEW;
    Proposals proposals =
        few
            ? null
            : index(sessions)
                .propose(free, !sessions.file().seesUncommitted(), distance, k, epsilon, among);
    List<Neighbour> found =
        proposals == null ? List.of() : measured(free, distance, k, among, proposals);
    if (found.size() < k) {
      found = measured(free, distance, k, among);
    }
    return byId(free, found, k);
  }

  /** Stores the index, when that is due; outside a transaction of this thread. */
  public void storeWhenDue(Sessions sessions) {
    if (isSketched()) {
      index(sessions).storeWhenDue(sessions);
    }
  }

  private boolean isSketched() {
    return sql.metric() != Metric.L1 && sql.dimensions() >= FEWEST_DIMENSIONS;
  }

  private VectorIndex index(Sessions sessions) {
    return sessions
        .file()
        .companion("vector " + collection + "." + sql.column(), () -> new SketchIndex(rows, sql));
  }

  private List<Neighbour> measured(
      Session session, Distance distance, int k, long @Nullable [] among) {
    Neighbours found = new Neighbours(k);
    if (among == null) {
      rows.all(session, rows.measuring(distance, found));
    } else {
      rows.some(session, among, among.length, rows.measuring(distance, found));
    }
    return found.nearest();
  }

  private List<Neighbour> measured(
      Session session, Distance distance, int k, long @Nullable [] among, Proposals proposals) {
    Neighbours found = new Neighbours(k);
    VectorRows.Visitor measuring = rows.measuring(distance, found);
    long[] changed = proposals.changed();
    if (among != null) {
      changed =
          Arrays.stream(changed).filter(row -> Arrays.binarySearch(among, row) >= 0).toArray();
    }
    rows.some(session, changed, changed.length, measuring);
    long[] batch = new long[BATCH];
    for (int count = proposals.next(found.reach(), batch);
        count > 0;
        count = proposals.next(found.reach(), batch)) {
      rows.some(session, batch, count, measuring);
    }
    return found.nearest();
  }

  /** Equally near rows in the order of their ids; k at most. */
  private List<Neighbour> byId(Session session, List<Neighbour> found, int k) {
    List<Neighbour> tied = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      double distance = found.get(i).distance();
      if (i > 0 && found.get(i - 1).distance() == distance
          || i + 1 < found.size() && found.get(i + 1).distance() == distance) {
        tied.add(found.get(i));
      }
    }
    if (!tied.isEmpty()) {
      Map<Long, Integer> places = places(session, tied);
      found.sort(
          (a, b) ->
              a.distance() == b.distance()
                  ? Integer.compare(
                      places.getOrDefault(a.row(), 0), places.getOrDefault(b.row(), 0))
                  : Double.compare(a.distance(), b.distance()));
    }
    return found.subList(0, Math.min(k, found.size()));
  }

  private Map<Long, Integer> places(Session session, List<Neighbour> tied) {
    long[] keys = tied.stream().mapToLong(Neighbour::row).toArray();
    Map<Long, Integer> places = new HashMap<>();
    try (DriverStatement statement = session.prepare(sql.ordered())) {
      statement.bindText(1, Keys.json(keys, 0, keys.length));
      statement.readAhead();
      while (statement.step()) {
        places.put(statement.int64(0), places.size());
      }
    }
    return places;
  }
}
