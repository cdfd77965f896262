package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;
import java.util.Arrays;

/**
 * The path of a number component other than {@code int} and {@code long}: {@code byte}, {@code
 * short}, {@code float}, {@code double}, or a decimal of fixed scale.
 *
 * @param <R> the record
 * @param <V> the component's boxed type
 */
public final class NumberPath<R, V extends Number> extends NumberExpression<R, V>
    implements Settable<R, V> {
  private final NumberRange range;

  /** For generated code. */
  public NumberPath(Location<R> location, ValueType<V> type) {
    super(location, type);
    this.range = NumberRange.of(type);
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

  /** Adds, NULL counting as 0; a sum out of the component's range fails the update. */
  public Assignment<R> increment(V by) {
    return Assignment.increment(
        this, Values.stored(names(), Arguments.notNull(by, "by"), type()), range);
  }

  /**
   * Adds a whole number, NULL counting as 0; a sum out of the component's range fails the update.
   */
  public Assignment<R> increment(long by) {
    return Assignment.increment(this, whole(by), range);
  }
}
