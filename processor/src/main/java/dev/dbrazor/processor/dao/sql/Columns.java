package dev.dbrazor.processor.dao.sql;

import java.util.ArrayList;
import java.util.List;

/** Finds the columns that expressions name, those of queries inside left out. */
final class Columns {
  private Columns() {}

  static List<Expr.Column> in(List<Expr> expressions) {
    List<Expr.Column> columns = new ArrayList<>();
    expressions.forEach(each -> collect(each, columns));
    return columns;
  }

  private static void collect(Expr expression, List<Expr.Column> columns) {
    if (expression instanceof Expr.Column column) {
      columns.add(column);
    }
    children(expression).forEach(each -> collect(each, columns));
  }

  /** The direct parts of an expression. */
  static List<Expr> children(Expr expression) {
    List<Expr> parts = new ArrayList<>();
    if (expression instanceof Expr.Unary unary) {
      parts.add(unary.operand());
    } else if (expression instanceof Expr.Binary binary) {
      parts.addAll(List.of(binary.left(), binary.right()));
    } else if (expression instanceof Expr.Call call) {
      parts.addAll(call.arguments());
    } else if (expression instanceof Expr.Cast cast) {
      parts.add(cast.operand());
    } else if (expression instanceof Expr.Between between) {
      parts.addAll(List.of(between.value(), between.low(), between.high()));
    } else if (expression instanceof Expr.In in) {
      parts.add(in.value());
      parts.addAll(in.items());
    } else if (expression instanceof Expr.Row row) {
      parts.addAll(row.items());
    } else if (expression instanceof Expr.Case cases) {
      cases.base().ifPresent(parts::add);
      parts.addAll(cases.conditions());
      parts.addAll(cases.results());
      cases.otherwise().ifPresent(parts::add);
    }
    return parts;
  }
}
