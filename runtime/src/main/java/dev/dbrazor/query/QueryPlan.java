package dev.dbrazor.query;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Session;
import java.util.HashMap;
import java.util.Map;

/** The engine's {@code EXPLAIN QUERY PLAN} as an indented text. */
final class QueryPlan {
  private QueryPlan() {}

  static String of(Session session, BoundSql sql) {
    try (DriverStatement statement = session.prepare("EXPLAIN QUERY PLAN " + sql.text())) {
      sql.bind(statement);
      StringBuilder plan = new StringBuilder();
      Map<Long, Integer> depths = new HashMap<>();
      while (statement.step()) {
        // Columns: id, parent, unused, detail; the parent comes first.
        int depth = depths.getOrDefault(statement.int64(1), -1) + 1;
        depths.put(statement.int64(0), depth);
        plan.append("  ".repeat(depth)).append(statement.text(3)).append('\n');
      }
      return plan.toString();
    }
  }
}
