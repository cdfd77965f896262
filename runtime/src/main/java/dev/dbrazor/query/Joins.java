package dev.dbrazor.query;

/** Adds collections to a query. */
final class Joins {
  private Joins() {}

  /**
   * @param right its source is what is joined
   */
  static <V> Clauses add(
      Clauses clauses, boolean optional, Expression<?, V> left, Expression<?, V> right) {
    Source<?> joined = Arguments.notNull(right, "right").source();
    Node condition = Arguments.notNull(left, "left").eq(right).node();
    return clauses.from(clauses.from().join(optional, joined, condition));
  }
}
