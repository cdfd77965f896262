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

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, T> Expression<R, T> record(
      Expression<R, A> a, Expression<R, B> b, Constructor2<A, B, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, T> Expression<R, T> record(
      Expression<R, A> a,
      Expression<R, B> b,
      Expression<R, C> c,
      Constructor3<A, B, C, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, T> Expression<R, T> record(
      Expression<R, A> a,
      Expression<R, B> b,
      Expression<R, C> c,
      Expression<R, D> d,
      Constructor4<A, B, C, D, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, E, T> Expression<R, T> record(
      Expression<R, A> a,
      Expression<R, B> b,
      Expression<R, C> c,
      Expression<R, D> d,
      Expression<R, E> e,
      Constructor5<A, B, C, D, E, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, e, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, E, F, T> Expression<R, T> record(
      Expression<R, A> a,
      Expression<R, B> b,
      Expression<R, C> c,
      Expression<R, D> d,
      Expression<R, E> e,
      Expression<R, F> f,
      Constructor6<A, B, C, D, E, F, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, e, f, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, E, F, G, T> Expression<R, T> record(
      Expression<R, A> a,
      Expression<R, B> b,
      Expression<R, C> c,
      Expression<R, D> d,
      Expression<R, E> e,
      Expression<R, F> f,
      Expression<R, G> g,
      Constructor7<A, B, C, D, E, F, G, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, e, f, g, constructor));
  }

  /** Several values as one, for a nested record in a select. */
  public static <R, A, B, C, D, E, F, G, H, T> Expression<R, T> record(
      Expression<R, A> a,
      Expression<R, B> b,
      Expression<R, C> c,
      Expression<R, D> d,
      Expression<R, E> e,
      Expression<R, F> f,
      Expression<R, G> g,
      Expression<R, H> h,
      Constructor8<A, B, C, D, E, F, G, H, T> constructor) {
    return new ComposedExpression<>(Selections.of(a, b, c, d, e, f, g, h, constructor));
  }
}
