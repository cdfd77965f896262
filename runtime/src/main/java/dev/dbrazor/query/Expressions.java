package dev.dbrazor.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.BinaryOperator;

/** What conditions and selects are made of besides paths; for static imports. */
public final class Expressions {
  private Expressions() {}

  /**
   * The opposite; where NULL makes the condition neither true nor false, this is neither as well.
   */
  public static <R> Condition<R> not(Condition<R> condition) {
    return Arguments.notNull(condition, "condition").not();
  }

  /** All of them; of none, an empty condition, which every junction and query ignores. */
  public static <R> Condition<R> allOf(Collection<? extends Condition<R>> conditions) {
    return join(conditions, Logic::and);
  }

  /** As {@link #allOf(Collection)}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <R> Condition<R> allOf(Condition<R>... conditions) {
    return allOf(Arrays.asList(conditions));
  }

  /** At least one of them; of none, an empty condition, which every junction and query ignores. */
  public static <R> Condition<R> anyOf(Collection<? extends Condition<R>> conditions) {
    return join(conditions, Logic::or);
  }

  /** As {@link #anyOf(Collection)}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <R> Condition<R> anyOf(Condition<R>... conditions) {
    return anyOf(Arrays.asList(conditions));
  }

  private static <R> Condition<R> join(
      Collection<? extends Condition<R>> conditions, BinaryOperator<Node> operator) {
    Node joined = Logic.NONE;
    for (Condition<R> condition : Arguments.notNull(conditions, "conditions")) {
      joined = operator.apply(joined, Arguments.notNull(condition, "condition").node());
    }
    return new Condition<>(joined);
  }

  /** How many rows a group has. */
  public static NumberExpression<Object, Long> count() {
    return Aggregates.whole(new Aggregate("count()", "count(", Node.text("*"), ")"));
  }

  /** How many rows of a group have a value here; NULL is not counted. */
  public static <R> NumberExpression<R, Long> count(Expression<R, ?> expression) {
    return Aggregates.whole(Aggregate.of("count", expression));
  }

  /** How many different values a group has here; NULL is not counted. */
  public static <R> NumberExpression<R, Long> countDistinct(Expression<R, ?> expression) {
    return Aggregates.whole(Aggregate.of("count", "(DISTINCT ", expression, ")"));
  }

  /** The mean of a group's values, NULL left out; NULL where there are none. */
  public static <R> NumberExpression<R, Double> avg(NumberExpression<R, ?> expression) {
    return Aggregates.mean(expression);
  }

  /**
   * The sum of a group's values, NULL left out; NULL where there are none.
   *
   * @see #sum(NumberExpression)
   */
  public static <R> NumberExpression<R, Long> sum(IntPath<R> expression) {
    return Aggregates.whole(Aggregate.of("sum", expression));
  }

  /**
   * The sum of a group's values, NULL left out; NULL where there are none. A decimal keeps its
   * scale. When the query runs, a sum that 64 bits do not hold, or one out of the result type's
   * range, is a {@link dev.dbrazor.MappingException}.
   */
  public static <R, V extends Number> NumberExpression<R, V> sum(
      NumberExpression<R, V> expression) {
    return Aggregates.number("sum", expression);
  }

  /** The least of a group's values, NULL left out; NULL where there are none. */
  public static <R, V extends Number> NumberExpression<R, V> min(
      NumberExpression<R, V> expression) {
    return Aggregates.number("min", expression);
  }

  /** The greatest of a group's values, NULL left out; NULL where there are none. */
  public static <R, V extends Number> NumberExpression<R, V> max(
      NumberExpression<R, V> expression) {
    return Aggregates.number("max", expression);
  }

  /** The least of a group's values, NULL left out; NULL where there are none. */
  public static <R, V> ComparableExpression<R, V> min(ComparableExpression<R, V> expression) {
    return Aggregates.value("min", expression);
  }

  /** The greatest of a group's values, NULL left out; NULL where there are none. */
  public static <R, V> ComparableExpression<R, V> max(ComparableExpression<R, V> expression) {
    return Aggregates.value("max", expression);
  }

  /**
   * True where the subquery has any row, NULLs in it or not. It may speak of the rows of the query
   * around it: {@code exists(orders.where(Order_.customerId.eq(Customer_.id)))}.
   */
  public static <R> Condition<R> exists(Query<?> subquery) {
    return new Condition<>(Arguments.notNull(subquery, "subquery")::renderExists);
  }

  /** True where the subquery has no row; NULLs in it change nothing. */
  public static <R> Condition<R> notExists(Query<?> subquery) {
    Node rows = Arguments.notNull(subquery, "subquery")::renderExists;
    return new Condition<>(out -> out.text("NOT ").node(rows));
  }

  /**
   * The one value a subquery selects, from its first row; NULL where it has no rows. It may speak
   * of the rows of the query around it: {@code select(Customer_.name,
   * scalar(orders.where(Order_.customerId.eq(Customer_.id)).select(count())), Orders::new)}.
   *
   * @throws dev.dbrazor.InvalidArgumentException when it selects more than one value
   */
  public static <R, V> ComparableExpression<R, V> scalar(Query<V> subquery) {
    Expression<?, V> value = Arguments.notNull(subquery, "subquery").only();
    return new ComparableExpression<>(
        out -> out.text("(").node(subquery::renderRows).text(")"),
        value.type(),
        "scalar(" + value.name() + ")");
  }

  /**
   * Several values as one, for a nested record in a select; its {@code optional()} is empty where
   * all of them are NULL.
   */
  public static <R, A, B, T> Expression<R, T> record(
      Expression<? super R, A> a, Expression<? super R, B> b, Constructor2<A, B, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, T> Expression<R, T> record(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Constructor3<A, B, C, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, T> Expression<R, T> record(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Constructor4<A, B, C, D, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, E, T> Expression<R, T> record(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Expression<? super R, E> e,
      Constructor5<A, B, C, D, E, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, e, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, E, F, T> Expression<R, T> record(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Expression<? super R, E> e,
      Expression<? super R, F> f,
      Constructor6<A, B, C, D, E, F, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, e, f, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, E, F, G, T> Expression<R, T> record(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Expression<? super R, E> e,
      Expression<? super R, F> f,
      Expression<? super R, G> g,
      Constructor7<A, B, C, D, E, F, G, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, e, f, g, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, E, F, G, H, T> Expression<R, T> record(
      Expression<? super R, A> a,
      Expression<? super R, B> b,
      Expression<? super R, C> c,
      Expression<? super R, D> d,
      Expression<? super R, E> e,
      Expression<? super R, F> f,
      Expression<? super R, G> g,
      Expression<? super R, H> h,
      Constructor8<A, B, C, D, E, F, G, H, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, e, f, g, h, constructor));
  }
}
