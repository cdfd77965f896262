package dev.dbrazor.query;

import java.time.Duration;
import java.util.List;

/**
 * The rows of a join in groups, from which values are selected: what was grouped by, and
 * aggregates. Immutable. Rows whose value to group by is NULL are one group.
 *
 * <p>In a left join, {@code count()} counts a row without a right side too; {@code count(path)} of
 * a right-side path does not.
 */
public final class JoinGroup {
  private final Access access;
  private final Clauses clauses;

  JoinGroup(Access access, Clauses clauses) {
    this.access = access;
    this.clauses = clauses;
  }

  /** Only groups that match, too; what is neither true nor false because of NULL does not match. */
  public JoinGroup having(JoinCondition condition) {
    Node node = Arguments.notNull(condition, "condition").node();
    return with(clauses.grouped(clauses.grouping().having(node)));
  }

  /**
   * Orders the groups; steps added by a later call decide between what earlier ones leave equal.
   */
  public JoinGroup orderBy(Ordering<?>... order) {
    return with(clauses.orderBy(order));
  }

  /**
   * At most so many groups; 0 gives none.
   *
   * @throws dev.dbrazor.InvalidArgumentException for a negative number
   */
  public JoinGroup limit(long rows) {
    return with(clauses.limit(rows));
  }

  /**
   * Leaves out the first groups; works without a limit too.
   *
   * @throws dev.dbrazor.InvalidArgumentException for a negative number
   */
  public JoinGroup offset(long rows) {
    return with(clauses.offset(rows));
  }

  /** As {@link Query#timeout}. */
  public JoinGroup timeout(Duration timeout) {
    return new JoinGroup(access.within(timeout), clauses);
  }

  private JoinGroup with(Clauses changed) {
    return new JoinGroup(access, changed);
  }

  /** One value of each group; NULL is null in the results. */
  public <V> Projection<V> select(Expression<?, V> value) {
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
      Expression<?, A> a, Expression<?, B> b, Constructor2<A, B, T> constructor) {
    return project(Selections.of(a, b, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of three values. */
  public <A, B, C, T> Projection<T> select(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Constructor3<A, B, C, T> constructor) {
    return project(Selections.of(a, b, c, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of four values. */
  public <A, B, C, D, T> Projection<T> select(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Constructor4<A, B, C, D, T> constructor) {
    return project(Selections.of(a, b, c, d, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of five values. */
  public <A, B, C, D, E, T> Projection<T> select(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Expression<?, E> e,
      Constructor5<A, B, C, D, E, T> constructor) {
    return project(Selections.of(a, b, c, d, e, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of six values. */
  public <A, B, C, D, E, F, T> Projection<T> select(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Expression<?, E> e,
      Expression<?, F> f,
      Constructor6<A, B, C, D, E, F, T> constructor) {
    return project(Selections.of(a, b, c, d, e, f, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of seven values. */
  public <A, B, C, D, E, F, G, T> Projection<T> select(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Expression<?, E> e,
      Expression<?, F> f,
      Expression<?, G> g,
      Constructor7<A, B, C, D, E, F, G, T> constructor) {
    return project(Selections.of(a, b, c, d, e, f, g, constructor));
  }

  /** As {@link #select(Expression, Expression, Constructor2)}, of eight values. */
  public <A, B, C, D, E, F, G, H, T> Projection<T> select(
      Expression<?, A> a,
      Expression<?, B> b,
      Expression<?, C> c,
      Expression<?, D> d,
      Expression<?, E> e,
      Expression<?, F> f,
      Expression<?, G> g,
      Expression<?, H> h,
      Constructor8<A, B, C, D, E, F, G, H, T> constructor) {
    return project(Selections.of(a, b, c, d, e, f, g, h, constructor));
  }

  private <T> Projection<T> project(Selection<T> selection) {
    return new Projection<>(access, clauses, selection);
  }
}
