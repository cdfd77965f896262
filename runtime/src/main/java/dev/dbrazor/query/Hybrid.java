package dev.dbrazor.query;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Lease;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.vector.Neighbour;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A full-text and a vector search of one snapshot, fused by reciprocal rank. */
record Hybrid<R>(Access access, FullTextQuery<R> text, Nearest<R> nearest) {
  /** The constant of Cormack, Clarke and Büttcher (2009): how little the first places stand out. */
  private static final int DAMPING = 60;

  private static final int FEWEST_PLACES = 100;
  private static final int PLACES_FOR_ONE = 4;

  static <R> Hybrid<R> of(
      Table<R> table, FullTextQuery<R> text, VectorPath<R> vector, float[] near) {
    Arguments.notNull(vector, "vector");
    Arguments.notNull(near, "near");
    return new Hybrid<>(table.access(), text, new Nearest<>(table, vector, near));
  }

  List<Match<R>> search(Clauses filter, int k) {
    int places =
        Math.max(FEWEST_PLACES, (int) Math.min(Integer.MAX_VALUE, (long) PLACES_FOR_ONE * k));
    Sessions sessions = access.sessions();
    List<Match<R>> matches;
    try (Lease lease = sessions.hold()) {
      Session session = lease.session();
      List<Neighbour> near = nearest.neighbours(sessions, session, filter, places);
      Map<Long, Double> scores =
          fused(found(session, places), near.stream().map(Neighbour::row).toList());
      matches = matches(session, scores, k);
    }
    nearest.storeWhenDue(sessions);
    return matches;
  }

  private List<Long> found(Session session, int places) {
    BoundSql sql = text.limit(places).keys();
    List<Long> keys = new ArrayList<>();
    try (DriverStatement statement = session.prepare(sql.text())) {
      sql.bind(statement);
      statement.readAhead();
      while (statement.step()) {
        keys.add(statement.int64(0));
      }
      return keys;
    } catch (DbRazorException e) {
      throw sql.explain(e);
    }
  }

  /** {@code 1 / (60 + place)}, summed over the lists. */
  private static Map<Long, Double> fused(List<Long> one, List<Long> other) {
    Map<Long, Double> scores = new HashMap<>();
    for (List<Long> list : List.of(one, other)) {
      for (int i = 0; i < list.size(); i++) {
        scores.merge(list.get(i), 1.0 / (DAMPING + i + 1), Double::sum);
      }
    }
    return scores;
  }

  private List<Match<R>> matches(Session session, Map<Long, Double> scores, int k) {
    List<Long> keys = new ArrayList<>(nearest.ordered(session, scores.keySet()));
    keys.sort((a, b) -> Double.compare(scores.get(b), scores.get(a))); // stable: then by id
    List<Match<R>> matches = new ArrayList<>();
    for (long key : keys.subList(0, Math.min(k, keys.size()))) {
      double score = scores.get(key);
      matches.add(new Match<>(nearest.record(session, key), -score, score));
    }
    return Collections.unmodifiableList(matches);
  }
}
