package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueTypes;
import java.util.Arrays;

/**
 * The path of an {@code int} component.
 *
 * @param <R> the record
 */
public final class IntPath<R> extends NumberExpression<R, Integer> implements Settable<R, Integer> {
  /** For generated code. */
  public IntPath(Location<R> location) {
    super(location, ValueTypes.INT);
  }

  /** As {@link #in(java.util.Collection)}. */
  public Condition<R> in(int... values) {
    return in(Arrays.stream(values).boxed().toList());
  }

  /** As {@link #notIn(java.util.Collection)}. */
  public Condition<R> notIn(int... values) {
    return notIn(Arrays.stream(values).boxed().toList());
  }

  /** Adds, NULL counting as 0; a sum that is no {@code int} fails the update. */
  public Assignment<R> increment(int by) {
    return Assignment.increment(this, whole(by), NumberRange.INT);
  }
}
