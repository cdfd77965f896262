package dev.dbrazor.pool;

import dev.dbrazor.QueryPlan;
import dev.dbrazor.QueryPlan.Step;
import dev.dbrazor.driver.DriverStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the engine's plans. */
public final class PlanReader {
  private static final String EXPLAIN = "EXPLAIN QUERY PLAN ";

  private PlanReader() {}

  /** The statement that tells the plan of the given one, whose parameters it has. */
  public static String explaining(String sql) {
    return EXPLAIN + sql;
  }

  /** Runs an explaining statement to its end. Its columns: id, parent, unused, detail. */
  public static QueryPlan read(DriverStatement explaining) {
    Map<Long, List<Line>> inner = new HashMap<>();
    while (explaining.step()) {
      Line line = new Line(explaining.int64(0), String.valueOf(explaining.text(3)));
      inner.computeIfAbsent(explaining.int64(1), parent -> new ArrayList<>()).add(line);
    }
    return new QueryPlan(steps(inner, 0));
  }

  private static List<Step> steps(Map<Long, List<Line>> inner, long parent) {
    return inner.getOrDefault(parent, List.of()).stream()
        .map(line -> new Step(line.detail(), steps(inner, line.id())))
        .toList();
  }

  /** A row of the plan. */
  private record Line(long id, String detail) {}
}
