package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;
import java.util.Arrays;

/**
 * The path of a component that is stored exactly but has no order in the database: {@code
 * BigInteger}, {@code BigDecimal} without a scale (whose 1.0 and 1.00 differ), {@code byte[]}.
 *
 * @param <R> the record
 * @param <V> the component's value
 */
public final class ExactPath<R, V> extends Expression<R, V> implements Settable<R, V> {
  /** For generated code. */
  public ExactPath(Location<R> location, ValueType<V> type) {
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
