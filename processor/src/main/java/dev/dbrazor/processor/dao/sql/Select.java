package dev.dbrazor.processor.dao.sql;

import java.util.List;
import java.util.Optional;

/**
 * A query.
 *
 * @param with what stands before it
 * @param arms the parts of a UNION, one for a simple query
 * @param order ORDER BY
 * @param limits LIMIT and OFFSET
 */
record Select(With with, List<Arm> arms, List<Expr> order, List<Expr> limits) {
  /** {@code WITH} and the queries it names. */
  record With(boolean recursive, List<Cte> queries) {}

  /** {@code name (columns) AS (query)}. */
  record Cte(String name, List<String> columns, Select query) {}

  /** One SELECT, or VALUES when there are rows. */
  record Arm(
      List<Item> items,
      List<Source> from,
      Optional<Expr> where,
      List<Expr> groupBy,
      Optional<Expr> having,
      List<List<Expr>> rows) {}

  /**
   * One result.
   *
   * @param expression empty for a star
   * @param table what stands before a star
   * @param alias empty when there is none
   * @param start index of its first character in the statement, or {@link #UNWRITTEN}
   */
  record Item(
      Optional<Expr> expression,
      Optional<String> table,
      Optional<String> alias,
      int start,
      int end) {
    /** Of a star that is meant, but not written. */
    static final int UNWRITTEN = -1;

    boolean isStar() {
      return expression.isEmpty();
    }
  }

  /** How a source is joined to those before it. */
  enum Join {
    INNER,
    LEFT,
    RIGHT,
    FULL
  }

  /** A table, a query, or a function in FROM; exactly one of the three. */
  record Source(
      Join join,
      Optional<String> table,
      Optional<Select> query,
      Optional<Expr.Call> function,
      Optional<String> alias,
      Optional<Expr> on,
      boolean merges) {
    Source joinedBy(Join other) {
      return new Source(other, table, query, function, alias, on, merges);
    }

    /** The same with a further condition. */
    Source joinedOn(Optional<Expr> condition, boolean merging) {
      Optional<Expr> both =
          on.isPresent() && condition.isPresent()
              ? Optional.of(new Expr.Binary("AND", on.get(), condition.get()))
              : on.or(() -> condition);
      return new Source(join, table, query, function, alias, both, merges || merging);
    }

    /** What its columns are qualified with. */
    String name() {
      return alias.or(() -> table).or(() -> function.map(Expr.Call::name)).orElse("");
    }
  }
}
