package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueTypes;
import java.util.Arrays;

/**
 * The path of a {@code long} component.
 *
 * @param <R> the record
 */
public final class LongPath<R> extends NumberExpression<R, Long> implements Settable<R, Long> {
  /** For generated code. */
  public LongPath(Location<R> location) {
    super(location, ValueTypes.LONG);
  }

  /** As {@link #in(java.util.Collection)}. */
  public Condition<R> in(long... values) {
    return in(Arrays.stream(values).boxed().toList());
  }

  /** As {@link #notIn(java.util.Collection)}. */
  public Condition<R> notIn(long... values) {
    return notIn(Arrays.stream(values).boxed().toList());
  }

  public Assignment<R> set(long value) {
    return Assignment.set(this, value);
  }

  /** Adds, NULL counting as 0, exactly; a sum that is no {@code long} fails the update. */
  public Assignment<R> increment(long by) {
    return Assignment.increment(this, whole(by), NumberRange.LONG);
  }
}
