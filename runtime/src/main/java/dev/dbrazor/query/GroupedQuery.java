package dev.dbrazor.query;

import java.time.Duration;
import java.util.List;

/**
 * The rows of a query in groups, from which values are selected: what was grouped by, and
 * aggregates. Immutable. Rows whose value to group by is NULL are one group.
 *
 * <p>Like the steps of any query, limit, offset and order are about its results, here the groups,
 * whether given before or after the grouping; conditions of {@code where} are about single rows.
 *
 * @param <R> the record
 */
public final class GroupedQuery<R> {
  private final Access access;
  private final Clauses clauses;

  GroupedQuery(Access access, Clauses clauses) {
    this.access = access;
    this.clauses = clauses;
  }

  /** Only groups that match, too; what is neither true nor false because of NULL does not match. */
  public GroupedQuery<R> having(JoinCondition condition) {
    Node node = Arguments.notNull(condition, "condition").node();
    return with(clauses.grouped(clauses.grouping().having(node)));
  }

  /**
   * Orders the groups; steps added by a later call decide between what earlier ones leave equal.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final GroupedQuery<R> orderBy(Ordering<? super R>... order) {
    return with(clauses.orderBy(order));
  }

  /**
   * At most so many groups; 0 gives none.
   *
   * @throws dev.dbrazor.InvalidArgumentException for a negative number
   */
  public GroupedQuery<R> limit(long rows) {
    return with(clauses.limit(rows));
  }

  /**
   * Leaves out the first groups; works without a limit too.
   *
   * @throws dev.dbrazor.InvalidArgumentException for a negative number
   */
  public GroupedQuery<R> offset(long rows) {
    return with(clauses.offset(rows));
  }

  /** As {@link Query#timeout}. */
  public GroupedQuery<R> timeout(Duration timeout) {
    return new GroupedQuery<>(access.within(timeout), clauses);
  }

  private GroupedQuery<R> with(Clauses changed) {
    return new GroupedQuery<>(access, changed);
  }

  /** One value of each group; NULL is null in the results. */
  public <V> Projection<V> select(Expression<? super R, V> value) {
    Arguments.notNull(value, "value");
    return project(new ColumnSelection<>(List.of(value), value::read));
  }

  /**
   * One result for each group, made of these values.
   *
   * @throws dev.dbrazor.MappingException when read, where a value is NULL and the constructor takes
   *     a primitive; {@link Expression#optional} allows for that
   */
  public <A, B, T> Projection<T> select(
      Expression<? super R, A> a, Expression<? super R, B> b, Constructor2<A, B, T> constructor) {
    return project(Selections.of(a, b, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of three values. */
  public <A, B, C, T> Projection<T> select(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Constructor3<A, B, C, T> constructor) {
    return project(Selections.of(a, b, c, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of four values. */
  public <A, B, C, D, T> Projection<T> select(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Constructor4<A, B, C, D, T> constructor) {
    return project(Selections.of(a, b, c, d, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of five values. */
  public <A, B, C, D, E, T> Projection<T> select(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Expression<? super R, E> e,
      Constructor5<A, B, C, D, E, T> constructor) {
    return project(Selections.of(a, b, c, d, e, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of six values. */
  public <A, B, C, D, E, F, T> Projection<T> select(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Expression<? super R, E> e,
      Expression<? super R, F> f,
      Constructor6<A, B, C, D, E, F, T> constructor) {
    return project(Selections.of(a, b, c, d, e, f, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of seven values. */
  public <A, B, C, D, E, F, G, T> Projection<T> select(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Expression<? super R, E> e,
      Expression<? super R, F> f,
      Expression<? super R, G> g,
      Constructor7<A, B, C, D, E, F, G, T> constructor) {
    return project(Selections.of(a, b, c, d, e, f, g, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of eight values. */
  public <A, B, C, D, E, F, G, H, T> Projection<T> select(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Expression<? super R, E> e,
      Expression<? super R, F> f,
      Expression<? super R, G> g,
      Expression<? super R, H> h,
      Constructor8<A, B, C, D, E, F, G, H, T> constructor) {
    return project(Selections.of(a, b, c, d, e, f, g, h, constructor));
  }

  private <T> Projection<T> project(Selection<T> selection) {
    return new Projection<>(access, clauses, selection);
  }
}
