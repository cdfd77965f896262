package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;

/**
 * The path of a component with one value in an order.
 *
 * @param <R> the record
 * @param <V> the component's value
 */
public class ScalarPath<R, V> extends ComparableExpression<R, V> implements Settable<R, V> {
  /** For generated code. */
  public ScalarPath(Location<R> location, ValueType<V> type) {
    super(location, type);
  }

  /** As {@link #in(java.util.Collection)}. */
  @SafeVarargs
  public final Condition<R> in(V... values) {
    return in(listOf(values));
  }

  /** As {@link #notIn(java.util.Collection)}. */
  @SafeVarargs
  public final Condition<R> notIn(V... values) {
    return notIn(listOf(values));
  }
}
