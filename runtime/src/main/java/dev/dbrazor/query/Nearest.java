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
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search for the records whose vectors are nearest to a query; in one snapshot. */
final class Nearest<R> {
  private final Table<R> table;
  private final VectorPath<R> path;
  private final VectorStatements sql;
  private final VectorSearch search;
  private final float[] query;

  /**
   * @throws InvalidArgumentException for a path of another collection or inside a document
   * @throws dev.dbrazor.MappingException for a query vector that could not be stored either
   */
  Nearest(Table<R> table, VectorPath<R> path, float[] query) {
    this.table = table;
    this.path = path;
    this.sql = statements(table.mapping(), path);
    this.search =
        new VectorSearch(table.mapping().collection(), path.source().component(sql.column()), sql);
    this.query = query.clone();
    require();
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
    Arguments.notNull(query, "query");
    int results = Arguments.atLeastOne(k, "k");
    return new Nearest<>(table, path, query).run(clauses, results);
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

  private void require() {
    try {
      new VectorForm(sql.dimensions(), sql.metric()).check(query);
    } catch (ValueException e) {
      throw e.in("query for " + path.name());
    }
  }

  private List<Match<R>> run(Clauses clauses, int k) {
    Sessions sessions = table.access().sessions();
    List<Match<R>> matches;
    try (Lease lease = sessions.hold()) {
      Session session = lease.session();
      matches = matches(session, neighbours(sessions, session, clauses, k));
    }
    storeWhenDue(sessions);
    return matches;
  }

  /** The nearest among the rows of a query, nearest first. */
  List<Neighbour> neighbours(Sessions sessions, Session session, Clauses clauses, int k) {
    long[] among = isOfAll(clauses) ? null : keys(session, clauses);
    return search.nearest(sessions, session, query, k, path.epsilon(), among);
  }

  /** To be called after a search, outside of it. */
  void storeWhenDue(Sessions sessions) {
    search.storeWhenDue(sessions.unguarded());
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
      double distance = neighbour.distance();
      R row = record(session, neighbour.row());
      matches.add(new Match<>(row, distance, Distance.score(sql.metric(), distance)));
    }
    return Collections.unmodifiableList(matches);
  }

  /** The record of the row with this key. */
  R record(Session session, long key) {
    try (DriverStatement statement = session.prepare(sql.record())) {
      statement.bindInt64(1, key);
      statement.step();
      return table.read(new ResultRow(statement, table.names()));
    }
  }

  /** Keys of rows in the order of the ids. */
  List<Long> ordered(Session session, Collection<Long> keys) {
    List<Long> ordered = new ArrayList<>(keys.size());
    try (DriverStatement statement = session.prepare(sql.ordered())) {
      statement.bindText(1, JsonText.array(List.copyOf(keys)));
      statement.readAhead();
      while (statement.step()) {
        ordered.add(statement.int64(0));
      }
    }
    return ordered;
  }
}
