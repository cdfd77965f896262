package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;

/**
 * An expression whose values have an order: numbers by size, text by Unicode code point, instants
 * and dates by time, enums by name. A comparison with NULL is neither true nor false.
 *
 * @param <R> the record it belongs to
 * @param <V> its value
 */
public class ComparableExpression<R, V> extends Expression<R, V> {
  private static final String AGAINST_NULL = "isNull() or isNotNull()";

  ComparableExpression(Location<R> location, ValueType<V> type) {
    super(location, type);
  }

  ComparableExpression(Node sql, ValueType<V> type, String name) {
    super(sql, type, name);
  }

  /** Greater; never matches NULL. */
  public final Condition<R> gt(V value) {
    return compare(" > ", operand(value, "gt", AGAINST_NULL));
  }

  /** Greater; never where either side is NULL. */
  public final Condition<R> gt(Expression<?, V> other) {
    return compare(" > ", other);
  }

  /** Greater or equal; never matches NULL. */
  public final Condition<R> ge(V value) {
    return compare(" >= ", operand(value, "ge", AGAINST_NULL));
  }

  /** Greater or equal; never where either side is NULL. */
  public final Condition<R> ge(Expression<?, V> other) {
    return compare(" >= ", other);
  }

  /** Less; never matches NULL. */
  public final Condition<R> lt(V value) {
    return compare(" < ", operand(value, "lt", AGAINST_NULL));
  }

  /** Less; never where either side is NULL. */
  public final Condition<R> lt(Expression<?, V> other) {
    return compare(" < ", other);
  }

  /** Less or equal; never matches NULL. */
  public final Condition<R> le(V value) {
    return compare(" <= ", operand(value, "le", AGAINST_NULL));
  }

  /** Less or equal; never where either side is NULL. */
  public final Condition<R> le(Expression<?, V> other) {
    return compare(" <= ", other);
  }

  /**
   * Both ends included; nothing when {@code from} is greater than {@code to}. Never matches NULL.
   */
  public final Condition<R> between(V from, V to) {
    return range(operand(from, "between", AGAINST_NULL), operand(to, "between", AGAINST_NULL));
  }

  /** Smallest first; NULL before all. */
  public final Ordering<R> asc() {
    return new Ordering<>(this, false);
  }

  /** Greatest first; NULL after all. */
  public final Ordering<R> desc() {
    return new Ordering<>(this, true);
  }

  final Condition<R> range(Node from, Node to) {
    Node value = single();
    return new Condition<>(
        out -> out.node(value).text(" BETWEEN ").node(from).text(" AND ").node(to));
  }
}
