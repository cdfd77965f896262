package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;

/**
 * A function over all rows of a group.
 *
 * @param name for messages
 * @param begin the text before the operand
 * @param end the text after it
 */
record Aggregate(String name, String begin, Node operand, String end) implements Node {
  static Aggregate of(String function, Expression<?, ?> operand) {
    return of(function, "(", operand, ")");
  }

  static Aggregate of(String function, String open, Expression<?, ?> operand, String close) {
    Node single = Arguments.notNull(operand, "expression").single();
    if (operand.aggregates()) {
      throw new InvalidArgumentException(
          function + " of " + operand.name() + ": an aggregate has no aggregates inside");
    }
    return new Aggregate(function + "(" + operand.name() + ")", function + open, single, close);
  }

  @Override
  public void render(SqlWriter out) {
    if (!out.hasAggregates()) {
      throw new InvalidArgumentException(
          name + " is of a group: it belongs into having, orderBy or select, not into where");
    }
    out.text(begin).node(operand).text(end);
  }
}
