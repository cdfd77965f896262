package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;

/**
 * An expression whose values are numbers. Whole numbers may be given as {@code long} whatever the
 * component's type is; they compare by value.
 *
 * @param <R> the record it belongs to
 * @param <V> its value
 */
public class NumberExpression<R, V extends Number> extends ComparableExpression<R, V> {
  NumberExpression(Location<R> location, ValueType<V> type) {
    super(location, type);
  }

  NumberExpression(Node sql, ValueType<V> type, String name) {
    super(sql, type, name);
  }

  /** Equal; never matches NULL. */
  public final Condition<R> eq(long value) {
    return compare(" = ", whole(value));
  }

  /** Different; never matches NULL. */
  public final Condition<R> ne(long value) {
    return compare(" <> ", whole(value));
  }

  /** Greater; never matches NULL. */
  public final Condition<R> gt(long value) {
    return compare(" > ", whole(value));
  }

  /** Greater or equal; never matches NULL. */
  public final Condition<R> ge(long value) {
    return compare(" >= ", whole(value));
  }

  /** Less; never matches NULL. */
  public final Condition<R> lt(long value) {
    return compare(" < ", whole(value));
  }

  /** Less or equal; never matches NULL. */
  public final Condition<R> le(long value) {
    return compare(" <= ", whole(value));
  }

  /** Both ends included. Never matches NULL. */
  public final Condition<R> between(long from, long to) {
    return range(whole(from), whole(to));
  }

  final Node whole(long value) {
    return new WholeNumber(names(), value, type());
  }
}
