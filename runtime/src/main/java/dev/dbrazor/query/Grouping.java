package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import java.util.List;

/** {@code GROUP BY … HAVING …}; immutable. */
record Grouping(List<Expression<?, ?>> by, Node having) {
  /** Rows are not grouped. */
  static final Grouping NONE = new Grouping(List.of(), Logic.NONE);

  static Grouping by(Expression<?, ?>... expressions) {
    if (Arguments.notNull(expressions, "by").length == 0) {
      throw new InvalidArgumentException("groupBy needs something to group by");
    }
    for (Expression<?, ?> expression : expressions) {
      Arguments.notNull(expression, "by").single();
    }
    return new Grouping(List.of(expressions), Logic.NONE);
  }

  Grouping having(Node condition) {
    return new Grouping(by, Logic.and(having, condition));
  }

  void render(SqlWriter out) {
    String before = " GROUP BY ";
    for (Expression<?, ?> expression : by) {
      out.text(before);
      expression.render(out);
      before = ", ";
    }
    if (having != Logic.NONE) {
      out.text(" HAVING ").condition(having);
    }
  }
}
