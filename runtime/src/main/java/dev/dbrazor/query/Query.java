package dev.dbrazor.query;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import dev.dbrazor.NoResultException;
import dev.dbrazor.NonUniqueResultException;
import dev.dbrazor.QueryPlan;
import dev.dbrazor.Subscription;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.live.LiveQueries;
import dev.dbrazor.pool.Lease;
import dev.dbrazor.pool.PlanReader;
import dev.dbrazor.pool.Session;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A question to the database. Immutable: every step returns a new query, so one may be shared by
 * all threads and asked again; nothing is run before one of its ends, such as {@link #toList}.
 *
 * @param <T> the result of one row
 */
public abstract class Query<T> {
  private final Access access;
  private final Clauses clauses;
  private final Selection<T> selection;

  Query(Access access, Clauses clauses, Selection<T> selection) {
    this.access = access;
    this.clauses = clauses;
    this.selection = selection;
  }

  final Selection<T> selection() {
    return selection;
  }

  final Clauses clauses() {
    return clauses;
  }

  /**
   * At most so many results; 0 gives none.
   *
   * @throws InvalidArgumentException for a negative number
   */
  public abstract Query<T> limit(long rows);

  /**
   * Leaves out the first results; works without a limit too.
   *
   * @throws InvalidArgumentException for a negative number
   */
  public abstract Query<T> offset(long rows);

  /** Every result once. */
  public abstract Query<T> distinct();

  /**
   * Each run must be done so long after it began, else it ends in a {@link
   * dev.dbrazor.QueryTimeoutException}. Waiting for a connection or the write lock counts, and so
   * does what a reader of {@link #stream} does meanwhile. Queries made from this one have the same
   * deadline; a later call replaces it.
   *
   * @throws InvalidArgumentException when it is not positive
   */
  public abstract Query<T> timeout(Duration timeout);

  /**
   * The same, allowed to read all rows of a table that has more of them than {@link
   * dev.dbrazor.DatabaseConfig.Builder#scanLimit} permits.
   */
  public abstract Query<T> allowScan();

  /** All results, in an unmodifiable list. Where the one value selected is NULL, null. */
  public final List<T> toList() {
    return fetch(clauses);
  }

  /** The first result; empty when there is none, or when it is a value that is NULL. */
  public final Optional<T> first() {
    List<T> found = fetch(clauses.atMost(1));
    return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
  }

  /**
   * The only result.
   *
   * @throws NoResultException when there is none
   * @throws NonUniqueResultException when there are more
   * @throws MappingException when it is a value that is NULL
   */
  public final T one() {
    Clauses two = clauses.atMost(2);
    List<T> found = fetch(two);
    if (found.isEmpty()) {
      throw new NoResultException(details(ErrorCode.NO_RESULT, "no row matches"), null);
    }
    if (found.size() > 1) {
      throw new NonUniqueResultException(
          details(ErrorCode.NON_UNIQUE_RESULT, "more than one row matches"), null);
    }
    T only = found.get(0);
    if (only == null) {
      String name = String.join(", ", selection.names());
      throw new MappingException(
          details(ErrorCode.MAPPING, name + " is NULL; select its optional()"), null);
    }
    return only;
  }

  private ErrorDetails details(ErrorCode code, String message) {
    return ErrorDetails.of(code, clauses.source().collection() + ": " + message)
        .withCollection(clauses.source().collection())
        .withSql(select(clauses).text());
  }

  /**
   * The results as they are read, from one snapshot and in constant memory. The stream holds a
   * connection until it is read to its end or closed, so close it: use try-with-resources. It is
   * sequential and of one thread.
   */
  public final Stream<T> stream() {
    return Cursor.open(access.sessions(), select(clauses), selection);
  }

  /** Reads the results one after the other, in constant memory. */
  public final void forEach(Consumer<? super T> each) {
    Arguments.notNull(each, "each");
    try (Stream<T> rows = stream()) {
      rows.forEachOrdered(each);
    }
  }

  /** How many results there are, limit and offset included. */
  public final long count() {
    return count(clauses);
  }

  private long count(Clauses asked) {
    SqlWriter out = new SqlWriter();
    if (asked.isLimited() || asked.distinct() || isOfGroups()) {
      out.text("SELECT count(*) FROM (");
      asked.render(out, selection::render);
      out.text(")");
    } else {
      out.enter(asked.from());
      asked.renderRows(out.text("SELECT count(*) FROM "));
    }
    return Rows.number(access.sessions(), access.finish(out));
  }

  /** Whether there is any result. */
  public final boolean exists() {
    SqlWriter out = new SqlWriter().text("SELECT ");
    renderExists(out);
    return Rows.number(access.sessions(), access.finish(out)) != 0;
  }

  /** Whether results are of groups, or one of all rows, instead of one of each row. */
  final boolean isOfGroups() {
    return clauses.isGrouped() || selection.aggregates();
  }

  /** A condition that holds when there is any result. */
  final void renderExists(SqlWriter out) {
    // The engine ignores DISTINCT inside EXISTS, which an offset would notice; and an aggregate has
    // a result where there are no rows.
    boolean counted = clauses.distinct() || isOfGroups();
    out.text(counted ? "((SELECT count(*) FROM (" : "EXISTS (");
    clauses.atMost(1).render(out, counted ? selection::render : Node.text("1"));
    out.text(counted ? ")) > 0)" : ")");
  }

  /** What it selects, as a subquery of one value. */
  final Expression<?, T> only() {
    return selection.only();
  }

  /** {@code SELECT …}. */
  final void renderRows(SqlWriter out) {
    clauses.render(out, selection::render);
  }

  /** The engine's plan for {@link #toList}, one step a line, inner steps indented. */
  public final String explain() {
    return plan().toString();
  }

  /** The engine's plan for {@link #toList} as a tree. */
  public final QueryPlan plan() {
    BoundSql sql = select(clauses);
    return access.sessions().read(session -> plan(session, sql));
  }

  private static QueryPlan plan(Session session, BoundSql sql) {
    try (DriverStatement statement = session.prepare(PlanReader.explaining(sql.text()))) {
      sql.bind(statement);
      return PlanReader.read(statement);
    }
  }

  /**
   * Gives the listener all results as they are now and again after each commit that may have
   * changed them, by this process or another, until the subscription is closed. Only the latest
   * state counts: changes that follow each other quickly may come as one, results that are equal to
   * the last ones are left out, and an older state never comes after a newer one.
   *
   * <p>The listener is called on a thread of the database, one call at a time. However slow it is,
   * it holds up no writer and no other listener; what it throws is logged. Changes by other
   * processes are looked for every 50 milliseconds, while there is any subscription.
   */
  public final Subscription observe(Consumer<? super List<T>> listener) {
    Arguments.notNull(listener, "listener");
    String sql = selection.isCompletedLater() ? null : select(clauses).text();
    return LiveQueries.of(access.sessions().file()).observe(sql, this::toList, listener);
  }

  private BoundSql select(Clauses asked) {
    SqlWriter out = new SqlWriter();
    asked.render(out, selection::render);
    return access.finish(out);
  }

  private List<T> fetch(Clauses asked) {
    BoundSql sql = select(asked);
    if (!selection.isCompletedLater()) {
      return Rows.all(access.sessions(), sql, selection);
    }
    // Held, because all statements must see one snapshot.
    try (Lease lease = access.sessions().hold()) {
      List<T> found = Rows.all(lease.session(), sql, selection);
      return Collections.unmodifiableList(selection.completed(lease.session(), found));
    }
  }
}
