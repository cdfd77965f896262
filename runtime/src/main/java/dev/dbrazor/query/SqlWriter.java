package dev.dbrazor.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the pieces of one statement: of its text, put together at the end, and its parameters.
 * One thread.
 */
final class SqlWriter {
  private String[] pieces = new String[32];
  private int count;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();
  private int placeHolders;
  private boolean aggregates = true;
  private @Nullable Sources sources;

  /** Whether there are groups here, not single rows; returns what held before. */
  boolean aggregates(boolean allowed) {
    boolean before = aggregates;
    aggregates = allowed;
    return before;
  }

  boolean hasAggregates() {
    return aggregates;
  }

  /** Paths of these collections can be read from here on; returns what could be before. */
  @Nullable Sources enter(From from) {
    Sources before = sources;
    sources = new Sources(from, before);
    return before;
  }

  /** Ends a query, or subquery, that was entered. */
  void leave(@Nullable Sources before) {
    sources = before;
  }

  /** Makes sure that a path is of a collection that the query, or one around it, asks. */
  SqlWriter readOf(Location<?> path) {
    if (sources != null) {
      sources.require(path);
    }
    return this;
  }

  SqlWriter text(String text) {
    if (count == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * count);
    }
    pieces[count++] = text;
    return this;
  }

  SqlWriter node(Node node) {
    node.render(this);
    return this;
  }

  SqlWriter parameter(Parameter parameter) {
    return parameters("?", 1, parameter);
  }

  /** Text that holds {@code holders} place holders, all bound by one parameter object. */
  SqlWriter parameters(String text, int holders, Parameter parameter) {
    text(text);
    parameters.add(parameter);
    offsets.add(placeHolders);
    placeHolders += holders;
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
    return new BoundSql(Shapes.join(pieces, count), parameters, offsets);
  }

  /** As {@link #finish()}, with the text as it is known. */
  BoundSql finish(Shapes shapes) {
    return new BoundSql(shapes.text(pieces, count), parameters, offsets);
  }
}
