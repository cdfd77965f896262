package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.VectorStatements;
import dev.dbrazor.pool.Lease;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.value.ValueException;
import dev.dbrazor.value.VectorForm;
import dev.dbrazor.vector.Distance;
import dev.dbrazor.vector.Keys;
import dev.dbrazor.vector.Neighbour;
import dev.dbrazor.vector.VectorSearch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search for the records whose vectors are nearest to a query; in one snapshot. */
final class Nearest<R> {
  private final Table<R> table;
  private final VectorPath<R> path;
  private final VectorStatements sql;
  private final VectorSearch search;

  private Nearest(Table<R> table, VectorPath<R> path) {
    this.table = table;
    this.path = path;
    this.sql = statements(table.mapping(), path);
    this.search =
        new VectorSearch(table.mapping().collection(), path.source().component(sql.column()), sql);
  }

  /**
   * The nearest among the rows of a query, its limit and offset included.
   *
   * @throws InvalidArgumentException for k below 1, and a path of another collection or inside a
   *     document
   * @throws dev.dbrazor.MappingException for a query vector that could not be stored either
   */
  static <R> List<Match<R>> search(
      Table<R> table, Clauses clauses, VectorPath<R> path, float[] query, int k) {
    Arguments.notNull(path, "path");
    float[] given = Arguments.notNull(query, "query").clone();
    if (k < 1) {
      throw new InvalidArgumentException("k must be at least 1, not " + k);
    }
    Nearest<R> nearest = new Nearest<>(table, path);
    nearest.require(given);
    return nearest.run(clauses, given, k);
  }

  private static VectorStatements statements(Mapping<?, ?> mapping, VectorPath<?> path) {
    if (!path.source().collection().equals(mapping.collection())) {
      throw new InvalidArgumentException(
          path.name() + " is no component of " + mapping.collection());
    }
    if (path.location().isColumn()) {
      for (VectorStatements each : mapping.vectors()) {
        if (each.column().equals(path.location().column())) {
          return each;
        }
      }
    }
    throw new InvalidArgumentException(
        path.name()
            + " is inside a JSON document; only a vector in a column of its own is searched");
  }

  private void require(float[] query) {
    try {
      new VectorForm(sql.dimensions(), sql.metric()).check(query);
    } catch (ValueException e) {
      throw e.in("query for " + path.name());
    }
  }

  private List<Match<R>> run(Clauses clauses, float[] query, int k) {
    Sessions sessions = table.access().sessions().unguarded();
    List<Match<R>> matches;
    try (Lease lease = sessions.hold()) {
      Session session = lease.session();
      long[] among = isOfAll(clauses) ? null : keys(session, clauses);
      matches =
          matches(session, search.nearest(sessions, session, query, k, path.epsilon(), among));
    }
    search.storeWhenDue(sessions);
    return matches;
  }

  private static boolean isOfAll(Clauses clauses) {
    return clauses.where() == Logic.NONE && !clauses.isLimited();
  }

  /** The keys of the query's rows, which the engine puts into one text: a row each costs more. */
  private long[] keys(Session session, Clauses clauses) {
    SqlWriter out = new SqlWriter().text("SELECT coalesce(group_concat(k), '') FROM (");
    clauses.render(out, Node.text(table.source().name() + "." + sql.key() + " AS k"));
    BoundSql keys = table.access().finish(out.text(")"));
    try (DriverStatement statement = session.prepare(keys.text())) {
      keys.bind(statement);
      statement.step();
      @Nullable String text = statement.text(0);
      return Keys.parse(text == null ? "" : text);
    }
  }

  private List<Match<R>> matches(Session session, List<Neighbour> found) {
    List<Match<R>> matches = new ArrayList<>(found.size());
    for (Neighbour neighbour : found) {
      try (DriverStatement statement = session.prepare(sql.record())) {
        statement.bindInt64(1, neighbour.row());
        statement.step();
        R row = table.read(new ResultRow(statement, table.names()));
        double distance = neighbour.distance();
        matches.add(new Match<>(row, distance, Distance.score(sql.metric(), distance)));
      }
    }
    return Collections.unmodifiableList(matches);
  }
}
