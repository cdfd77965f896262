package dev.dbrazor.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A query over several collections, whose paths may mix in conditions, orders and selects;
 * immutable. Its results are the left records: one for each pair, so a record is there as often as
 * it has partners; {@link #distinct} gives it once, and {@link #toPairs} and {@code select} give
 * the right side.
 *
 * <p>Rows whose value to join by is NULL have no partner: an inner join leaves them out, a left
 * join keeps them with NULL in all components of the right side. There a condition on the right
 * side is neither true nor false, {@code isNull()} excepted, and a select reads null; {@link
 * Expression#optional} allows for it.
 *
 * @param <L> the record of the collection the query began with
 * @param <P> the record joined first; an {@code Optional} in a left join
 */
public final class JoinQuery<L, P> extends Query<L> {
  private final Access access;
  private final Selection<P> right;

  private JoinQuery(Access access, Clauses clauses, Selection<L> left, Selection<P> right) {
    super(access, clauses, left);
    this.access = access;
    this.right = right;
  }

  static <L, R> JoinQuery<L, R> inner(
      Access access, Clauses clauses, Source<L> left, Source<R> right) {
    return new JoinQuery<>(access, clauses, left.record(), right.record());
  }

  static <L, R> JoinQuery<L, Optional<R>> left(
      Access access, Clauses clauses, Source<L> left, Source<R> right) {
    Selection<Optional<R>> optional = right.record().optional();
    return new JoinQuery<>(access, clauses, left.record(), optional);
  }

  /** Only rows that match, too; what is neither true nor false because of NULL does not match. */
  public JoinQuery<L, P> where(JoinCondition condition) {
    return with(clauses().where(Arguments.notNull(condition, "condition").node()));
  }

  /** Orders the rows; steps added by a later call decide between what earlier ones leave equal. */
  public JoinQuery<L, P> orderBy(Ordering<?>... order) {
    return with(clauses().orderBy(order));
  }

  @Override
  public JoinQuery<L, P> limit(long rows) {
    return with(clauses().limit(rows));
  }

  @Override
  public JoinQuery<L, P> offset(long rows) {
    return with(clauses().offset(rows));
  }

  @Override
  public JoinQuery<L, P> distinct() {
    return with(clauses().asDistinct());
  }

  /**
   * Joins one more collection; rows without a partner in it are left out.
   *
   * @param left of any collection in the query so far
   * @param right a component of the collection to join, which decides its alias
   * @throws dev.dbrazor.InvalidArgumentException when that collection is in the query already,
   *     under the same name or alias
   */
  public <V, R2> JoinQuery<L, P> join(Expression<?, V> left, Expression<R2, V> right) {
    return with(Joins.add(clauses(), false, left, right));
  }

  /**
   * Joins one more collection; rows without a partner in it stay, with NULL in its components.
   *
   * @param left of any collection in the query so far
   * @param right a component of the collection to join, which decides its alias
   * @throws dev.dbrazor.InvalidArgumentException when that collection is in the query already,
   *     under the same name or alias
   */
  public <V, R2> JoinQuery<L, P> leftJoin(Expression<?, V> left, Expression<R2, V> right) {
    return with(Joins.add(clauses(), true, left, right));
  }

  @Override
  public JoinQuery<L, P> timeout(Duration timeout) {
    return new JoinQuery<>(access.within(timeout), clauses(), selection(), right);
  }

  @Override
  public JoinQuery<L, P> allowScan() {
    return new JoinQuery<>(access.allowingScans(), clauses(), selection(), right);
  }

  private JoinQuery<L, P> with(Clauses changed) {
    return new JoinQuery<>(access, changed, selection(), right);
  }

  /**
   * Groups the rows by the values of these; NULL is a value here.
   *
   * @throws dev.dbrazor.InvalidArgumentException for no expression at all
   */
  public JoinGroup groupBy(Expression<?, ?>... by) {
    return new JoinGroup(access, clauses().grouped(Grouping.by(by)));
  }

  /** Both records of every row, in an unmodifiable list; of further joins, the first one's. */
  public List<Pair<L, P>> toPairs() {
    return project(new PairSelection<>(selection(), right)).toList();
  }

  /** One value of each row; NULL is null in the results. */
  public <V> Projection<V> select(Expression<?, V> value) {
    Arguments.notNull(value, "value");
    return project(new ColumnSelection<>(List.of(value), value::read));
  }

  /**
   * One result for each row, made of these values.
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
    return new Projection<>(access, clauses(), selection);
  }
}
