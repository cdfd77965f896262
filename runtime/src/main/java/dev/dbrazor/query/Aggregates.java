package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueTypes;

/** Aggregates as expressions of the type they have in Java. */
final class Aggregates {
  private Aggregates() {}

  /** A {@code long}. */
  static <R> NumberExpression<R, Long> whole(Aggregate aggregate) {
    return new NumberExpression<>(aggregate, ValueTypes.LONG, aggregate.name());
  }

  /** A decimal is stored as a count of its smallest unit, and the mean is of its real values. */
  static <R> NumberExpression<R, Double> mean(NumberExpression<R, ?> operand) {
    int scale = Arguments.notNull(operand, "expression").type().scale();
    Aggregate mean = Aggregate.of("avg", "(", operand, scale == 0 ? ")" : ") / 1e" + scale);
    return new NumberExpression<>(mean, ValueTypes.DOUBLE, mean.name());
  }

  /** A number of the operand's type. */
  static <R, V extends Number> NumberExpression<R, V> number(
      String function, NumberExpression<R, V> operand) {
    Aggregate aggregate = Aggregate.of(function, operand);
    return new NumberExpression<>(aggregate, operand.type(), aggregate.name());
  }

  /** A value of the operand's type. */
  static <R, V> ComparableExpression<R, V> value(
      String function, ComparableExpression<R, V> operand) {
    Aggregate aggregate = Aggregate.of(function, operand);
    return new ComparableExpression<>(aggregate, operand.type(), aggregate.name());
  }
}
