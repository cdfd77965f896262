package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;
import java.util.Arrays;

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
  @SuppressWarnings("varargs")
  public final Condition<R> in(V... values) {
    return in(Arrays.asList(Arguments.notNull(values, "values")));
  }

  /** As {@link #notIn(java.util.Collection)}. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Condition<R> notIn(V... values) {
    return notIn(Arrays.asList(Arguments.notNull(values, "values")));
  }
}
