package dev.dbrazor.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Puts one statement together: text into one buffer, parameters into one list. One thread. */
final class SqlWriter {
  private final StringBuilder sql = new StringBuilder(256);
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();
  private int placeHolders;
  private boolean aggregates = true;

  /** Whether there are groups here, not single rows; returns what held before. */
  boolean aggregates(boolean allowed) {
    boolean before = aggregates;
    aggregates = allowed;
    return before;
  }

  boolean hasAggregates() {
    return aggregates;
  }

  SqlWriter text(String text) {
    sql.append(text);
    return this;
  }

  SqlWriter node(Node node) {
    node.render(this);
    return this;
  }

  SqlWriter parameter(Parameter parameter) {
    return parameters("?", 1, parameter);
  }

  /** Text that holds {@code count} place holders, all bound by one parameter object. */
  SqlWriter parameters(String text, int count, Parameter parameter) {
    sql.append(text);
    parameters.add(parameter);
    offsets.add(placeHolders);
    placeHolders += count;
    return this;
  }

  /** Junctions and negations are unfolded on an own stack: a condition may be 100,000 deep. */
  SqlWriter condition(Node condition) {
    Deque<Node> pending = new ArrayDeque<>();
    pending.push(condition);
    while (!pending.isEmpty()) {
      Node next = pending.pop();
      if (next instanceof Logic logic) {
        logic.unfold(pending);
      } else {
        next.render(this);
      }
    }
    return this;
  }

  BoundSql finish() {
    return new BoundSql(sql.toString(), parameters, offsets);
  }
}
