package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueTypes;

/**
 * The path of a {@code boolean} component; false comes before true.
 *
 * @param <R> the record
 */
public final class BooleanPath<R> extends ComparableExpression<R, Boolean>
    implements Settable<R, Boolean> {
  /** For generated code. */
  public BooleanPath(Location<R> location) {
    super(location, ValueTypes.BOOLEAN);
  }

  /** True; never matches NULL. */
  public Condition<R> isTrue() {
    return compare(" = ", Node.text("1"));
  }

  /** False; never matches NULL. */
  public Condition<R> isFalse() {
    return compare(" = ", Node.text("0"));
  }
}
