package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;

/**
 * Two expressions side by side. Java's type does not say how a value is stored: decimals are
 * brought to one scale, and what has no common form is refused, since it would never be equal.
 */
final class Comparison {
  private Comparison() {}

  static <V> Node of(Expression<?, V> left, String operator, Expression<?, V> right) {
    requireSameForm(left, right);
    int scale = Math.max(left.type().scale(), right.type().scale());
    Node one = scaled(left, scale);
    Node other = scaled(right, scale);
    return out -> out.node(one).text(operator).node(other);
  }

  /** What the right side must be, where both hold documents. */
  static <V> Node document(Expression<?, V> left, Expression<?, V> right) {
    requireSameForm(left, right);
    return right.single();
  }

  /** {@code left IN (SELECT …)}. */
  static <V> Node among(Expression<?, V> left, String operator, Query<V> subquery) {
    Expression<?, V> right = Arguments.notNull(subquery, "subquery").only();
    requireSameForm(left, right);
    if (left.type().scale() != right.type().scale()) {
      throw differ(left, right);
    }
    if (Values.areDocuments(left.type())) {
      throw new InvalidArgumentException(
          left.name() + " is a document: compare it by exists(…) with eq(…) inside");
    }
    Node value = left.single();
    return out -> out.node(value).text(operator).node(subquery::renderRows).text(")");
  }

  /** A UUID is a BLOB in a column and text in a document; their lists are read back differently. */
  private static void requireSameForm(Expression<?, ?> left, Expression<?, ?> right) {
    if (!left.type().listItemSql().equals(right.type().listItemSql())) {
      throw differ(left, right);
    }
  }

  /**
   * A product beyond 64 bits turns into a REAL, which compares as such: it is far from all
   * integers.
   */
  private static Node scaled(Expression<?, ?> expression, int scale) {
    Node value = expression.single();
    int missing = scale - expression.type().scale();
    if (missing == 0) {
      return value;
    }
    String factor = " * 1" + "0".repeat(missing) + ")";
    return out -> out.text("(").node(value).text(factor);
  }

  private static InvalidArgumentException differ(Expression<?, ?> left, Expression<?, ?> right) {
    return new InvalidArgumentException(
        left.name() + " and " + right.name() + " are stored in different forms");
  }
}
