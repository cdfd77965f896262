package dev.dbrazor.processor.dao.sql;

import java.util.List;
import java.util.Optional;

/** An expression. Operators and function names are in upper and lower case, respectively. */
sealed interface Expr {
  /** A number, text, blob, or NULL when the storage is not known. */
  record Literal(Storage storage, boolean isNull) implements Expr {}

  /** {@code :name}. */
  record Parameter(String name, int start, int end) implements Expr {}

  /** {@code name} or {@code table.name}. */
  record Column(Optional<String> table, String name, boolean quoted) implements Expr {}

  /** A function's call. */
  record Call(String name, List<Expr> arguments, boolean star, boolean filtered, boolean windowed)
      implements Expr {}

  /** {@code - + ~ NOT}, and {@code ISNULL NOTNULL}. */
  record Unary(String operator, Expr operand) implements Expr {}

  /** Everything with two operands. */
  record Binary(String operator, Expr left, Expr right) implements Expr {}

  /** {@code CASE}. */
  record Case(
      Optional<Expr> base, List<Expr> conditions, List<Expr> results, Optional<Expr> otherwise)
      implements Expr {}

  /** {@code CAST(operand AS type)}. */
  record Cast(Expr operand, String type) implements Expr {}

  /** {@code value BETWEEN low AND high}. */
  record Between(Expr value, Expr low, Expr high, boolean negated) implements Expr {}

  /** {@code value IN (items)} or {@code value IN (query)}. */
  record In(Expr value, boolean negated, List<Expr> items, Optional<Select> query)
      implements Expr {}

  /** {@code EXISTS (query)}. */
  record Exists(Select query) implements Expr {}

  /** {@code (query)} as a value. */
  record Subquery(Select query) implements Expr {}

  /** {@code (a, b)}. */
  record Row(List<Expr> items) implements Expr {}
}
