package dev.dbrazor;

import java.util.List;

/**
 * How the engine runs a statement, as its {@code EXPLAIN QUERY PLAN} tells: a tree of steps.
 *
 * @param steps the outermost steps, in the order in which the engine lists them; unmodifiable, and
 *     empty where there is nothing to plan
 */
public record QueryPlan(List<Step> steps) {
  public QueryPlan {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param detail the engine's words, such as {@code SCAN orders}; they may change with its version
   * @param steps what is done for it, or inside of it
   */
  public record Step(String detail, List<Step> steps) {
    public Step {
      steps = List.copyOf(steps);
    }
  }

  /** One step a line, inner steps indented by two spaces. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, "", steps);
    return text.toString();
  }

  private static void append(StringBuilder text, String indent, List<Step> steps) {
    for (Step step : steps) {
      text.append(indent).append(step.detail()).append('\n');
      append(text, indent + "  ", step.steps());
    }
  }
}
