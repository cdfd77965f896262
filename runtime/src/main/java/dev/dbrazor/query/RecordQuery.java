package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query for whole records of one collection; immutable, so that a base query can be shared, kept
 * and refined.
 *
 * @param <R> the record
 */
public final class RecordQuery<R> extends Query<R> {
  private final Table<R> table;

  RecordQuery(Table<R> table, Clauses clauses) {
    super(table.access(), clauses, table);
    this.table = table;
  }

  /** Only rows that match, too; what is neither true nor false because of NULL does not match. */
  public RecordQuery<R> where(Condition<? super R> condition) {
    return with(clauses().where(Arguments.notNull(condition, "condition").node()));
  }

  /** Orders the rows; steps added by a later call decide between what earlier ones leave equal. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final RecordQuery<R> orderBy(Ordering<? super R>... order) {
    return with(clauses().orderBy(order));
  }

  @Override
  public RecordQuery<R> limit(long rows) {
    return with(clauses().limit(rows));
  }

  @Override
  public RecordQuery<R> offset(long rows) {
    return with(clauses().offset(rows));
  }

  @Override
  public RecordQuery<R> distinct() {
    return with(clauses().asDistinct());
  }

  @Override
  public RecordQuery<R> timeout(Duration timeout) {
    return new RecordQuery<>(table.within(timeout), clauses());
  }

  @Override
  public RecordQuery<R> allowScan() {
    return new RecordQuery<>(table.allowingScans(), clauses());
  }

  private RecordQuery<R> with(Clauses clauses) {
    return new RecordQuery<>(table, clauses);
  }

  /**
   * Deletes the rows of this query, its limit and offset included, in one statement.
   *
   * @return how many; rows that go by a foreign key's CASCADE are not counted
   */
  public long delete() {
    return table.delete(clauses());
  }

  /**
   * Changes the rows of this query, its limit and offset included, in one statement; moves their
   * version and updated-at.
   *
   * @return how many rows were changed
   * @throws dev.dbrazor.MappingException when a sum is out of range, or a nested record to be
   *     changed is missing, in any of them; then nothing is changed
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final long update(Assignment<R> first, Assignment<R>... more) {
    return table.update(clauses(), Lists.of(first, more));
  }

  /** The first page of at most {@code size} records. */
  public Page<R> page(int size) {
    return page(size, null);
  }

  /**
   * The page after the one whose {@link Page#next} is given; the first one for null. Pages are
   * found by the last row's values, not by counting, so rows that come and go meanwhile neither
   * repeat nor hide others. The id is added to the order.
   *
   * @throws InvalidArgumentException for a size below 1, a query with a limit or an offset, and a
   *     cursor that is damaged or of a query with other conditions or another order
   */
  public Page<R> page(int size, @Nullable String cursor) {
    return new Pages<>(table, clauses()).page(size, cursor);
  }

  /**
   * The records of this query whose vectors are nearest to another, as by {@link
   * CollectionDao#nearest}. Its conditions come first, and its limit and offset, so there are k
   * when k match and have a vector; its order does not matter otherwise.
   */
  public List<Match<R>> nearest(VectorPath<R> path, float[] query, int k) {
    return Nearest.search(table, clauses(), path, query, k);
  }

  /**
   * The records of this query that have all these words, best first, equally good ones by id; in an
   * unmodifiable list of at most k. Its conditions come first, and its limit and offset; its order
   * does not matter otherwise.
   *
   * @param path the component to look in
   * @param words as the user typed them; see {@link Fts#words}
   * @throws InvalidArgumentException for k below 1
   */
  public List<Match<R>> search(FullTextPath<R> path, String words, int k) {
    return search(path, Fts.words(words), k);
  }

  /**
   * As {@link #search(FullTextPath, String, int)}, for what {@link Fts} can say.
   *
   * @throws dev.dbrazor.FullTextSyntaxException for a broken {@link Fts#raw}
   */
  public List<Match<R>> search(FullTextPath<R> path, Fts query, int k) {
    return search(path, query).limit(Arguments.atLeastOne(k, "k")).toList();
  }

  /** As {@link #search(FullTextPath, String, int)}, in all full-text components together. */
  public List<Match<R>> search(String words, int k) {
    return search(Fts.words(words), k);
  }

  /** As {@link #search(FullTextPath, Fts, int)}, in all full-text components together. */
  public List<Match<R>> search(Fts query, int k) {
    return search(query).limit(Arguments.atLeastOne(k, "k")).toList();
  }

  /** The same search with more to say: pages, excerpts, a deadline. */
  public FullTextQuery<R> search(FullTextPath<R> path, Fts query) {
    return FullTextQuery.of(table, TextMatch.in(table.source(), path, query), clauses());
  }

  /** The same search in all full-text components together, with more to say. */
  public FullTextQuery<R> search(Fts query) {
    return FullTextQuery.of(table, TextMatch.of(table.source(), query), clauses());
  }

  /**
   * The records of this query that a full-text and a vector search find together, best first,
   * equally good ones by id; in an unmodifiable list of at most k, from one snapshot.
   *
   * <p>The lists are fused by reciprocal rank: a record's {@link Match#score} is the sum of 1 / (60
   * + its place) over the lists it is in, where the first place is 1. So neither list's own scores
   * matter, which do not compare. Both are looked at down to place 4 k, at least 100. After
   * Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank
   * Learning Methods", SIGIR 2009.
   *
   * @param words as the user typed them; see {@link Fts#words}
   * @param near as the query of {@link #nearest}, which fails for the same reasons
   * @throws InvalidArgumentException for k below 1
   */
  public List<Match<R>> hybrid(
      FullTextPath<R> text, String words, VectorPath<R> vector, float[] near, int k) {
    return hybrid(search(text, Fts.words(words)), vector, near, k);
  }

  /**
   * As {@link #hybrid(FullTextPath, String, VectorPath, float[], int)}, for what {@link Fts} can
   * say.
   */
  public List<Match<R>> hybrid(
      FullTextPath<R> text, Fts query, VectorPath<R> vector, float[] near, int k) {
    return hybrid(search(text, query), vector, near, k);
  }

  /** The same in all full-text components together. */
  public List<Match<R>> hybrid(Fts query, VectorPath<R> vector, float[] near, int k) {
    return hybrid(search(query), vector, near, k);
  }

  private List<Match<R>> hybrid(FullTextQuery<R> text, VectorPath<R> vector, float[] near, int k) {
    return Hybrid.of(table, text, vector, near).search(clauses(), Arguments.atLeastOne(k, "k"));
  }

  /**
   * Joins another collection: a row for each pair of records whose values are equal. Rows without a
   * partner, and those with NULL here, are left out.
   *
   * <pre>{@code
   * orders.query().join(Order_.customerId, Customer_.id).where(Customer_.tier.eq(Tier.GOLD))
   * }</pre>
   *
   * @param right a component of the collection to join, which decides its alias
   * @throws InvalidArgumentException when {@code right} is computed, or of this query's own
   *     collection and not under an alias
   */
  public <V, R2> JoinQuery<R, R2> join(Expression<R, V> left, Expression<R2, V> right) {
    Clauses joined = Joins.add(clauses(), false, left, right);
    return JoinQuery.inner(table.access(), joined, table.source(), right.source());
  }

  /**
   * As {@link #join}, but rows without a partner stay, with NULL in all components of the right
   * side: read them through {@link Expression#optional}, and the record as an {@code Optional}.
   */
  public <V, R2> JoinQuery<R, Optional<R2>> leftJoin(
      Expression<R, V> left, Expression<R2, V> right) {
    Clauses joined = Joins.add(clauses(), true, left, right);
    return JoinQuery.left(table.access(), joined, table.source(), right.source());
  }

  /**
   * Groups the rows by the values of these; NULL is a value here.
   *
   * @throws InvalidArgumentException for no expression at all
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final GroupedQuery<R> groupBy(Expression<R, ?>... by) {
    return new GroupedQuery<>(table.access(), clauses().grouped(Grouping.by(by)));
  }

  /**
   * The records with those that belong to them, in one statement for the records and one more for
   * all children, of one snapshot; {@link #stream} needs one more for every 500 records. Children
   * come in the order of their ids.
   *
   * @param parentId the children's component that holds the id of the record they belong to; NULL
   *     belongs to none
   * @throws InvalidArgumentException when read, where {@code parentId} is no such component
   */
  public <C extends Record> Projection<WithChildren<R, C>> with(
      CollectionDao<C, ?> children, Expression<C, ?> parentId) {
    return with(Arguments.notNull(children, "children").query(), parentId);
  }

  /**
   * As {@link #with(CollectionDao, Expression)}, with some children only, in the order of their
   * query and then of their ids, or with what their query selects. They may have children
   * themselves, at the cost of one more statement:
   *
   * <pre>{@code
   * customers.query().with(orders.query().with(lines, OrderLine_.orderId), Order_.customerId)
   * }</pre>
   *
   * @throws InvalidArgumentException for children with a limit, an offset or groups, which would be
   *     of all records' children together
   */
  public <C> Projection<WithChildren<R, C>> with(Query<C> children, Expression<?, ?> parentId) {
    return project(new ParentSelection<>(table, Children.of(children, parentId)));
  }

  /** One value of each row; NULL is null in the results. */
  public <V> Projection<V> select(Expression<? super R, V> value) {
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
    return new Projection<>(table.access(), clauses(), selection);
  }
}
