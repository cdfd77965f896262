package dev.dbrazor.processor.dao.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Columns that are not NULL in rows for which a condition holds. */
final class Proofs {
  private static final Set<String> NULL_IF_OPERAND_IS =
      Set.of("=", "==", "<>", "!=", "<", "<=", ">", ">=", "LIKE", "GLOB");

  private Proofs() {}

  static List<Expr.Column> of(Expr condition) {
    List<Expr.Column> proven = new ArrayList<>();
    collect(condition, proven);
    return proven;
  }

  private static void collect(Expr condition, List<Expr.Column> proven) {
    if (condition instanceof Expr.Binary binary) {
      if (binary.operator().equals("AND")) {
        collect(binary.left(), proven);
        collect(binary.right(), proven);
      } else if (NULL_IF_OPERAND_IS.contains(binary.operator())) {
        add(binary.left(), proven);
        add(binary.right(), proven);
      }
    } else if (condition instanceof Expr.Unary unary && unary.operator().equals("NOTNULL")) {
      add(unary.operand(), proven);
    } else if (condition instanceof Expr.Between between && !between.negated()) {
      add(between.value(), proven);
    } else if (condition instanceof Expr.In in && !in.negated()) {
      add(in.value(), proven);
    }
  }

  private static void add(Expr operand, List<Expr.Column> proven) {
    if (operand instanceof Expr.Column column) {
      proven.add(column);
    }
  }
}
