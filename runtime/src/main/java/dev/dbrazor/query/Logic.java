package dev.dbrazor.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** AND, OR and NOT over other conditions, and the empty condition that all of them ignore. */
sealed interface Logic extends Node {
  /** No restriction; the neutral part of any junction. */
  Node NONE = new None();

  /** Pushes what this consists of, so that it is popped in order. */
  void unfold(Deque<Node> pending);

  @Override
  default void render(SqlWriter out) {
    out.condition(this);
  }

  static Node and(Node left, Node right) {
    return join(" AND ", left, right);
  }

  static Node or(Node left, Node right) {
    return join(" OR ", left, right);
  }

  static Node not(Node condition) {
    return condition == NONE ? NONE : new Negation(condition);
  }

  private static Node join(String operator, Node left, Node right) {
    if (left == NONE) {
      return right;
    }
    return right == NONE ? left : new Junction(operator, left, right);
  }

  /** The empty condition where SQL needs one. */
  record None() implements Logic {
    @Override
    public void unfold(Deque<Node> pending) {
      pending.push(Node.text("1"));
    }
  }

  /** {@code NOT (condition)}. */
  record Negation(Node condition) implements Logic {
    private static final Node OPEN = Node.text("NOT (");
    private static final Node CLOSE = Node.text(")");

    @Override
    public void unfold(Deque<Node> pending) {
      pending.push(CLOSE);
      pending.push(condition);
      pending.push(OPEN);
    }
  }

  /** {@code (a AND b AND c)}: nested junctions of one operator become one list. */
  record Junction(String operator, Node left, Node right) implements Logic {
    /**
     * SQLite allows expressions 1,000 deep, and a list of n terms is n deep: long ones are grouped.
     */
    private static final int LONGEST_LIST = 200;

    private static final Node OPEN = Node.text("(");
    private static final Node CLOSE = Node.text(")");

    @Override
    public void unfold(Deque<Node> pending) {
      List<Node> terms = terms();
      Node separator = Node.text(operator);
      int group = terms.size() <= LONGEST_LIST ? terms.size() : (int) Math.sqrt(terms.size()) + 1;
      pending.push(CLOSE);
      for (int end = terms.size(); end > 0; ) {
        int start = (end - 1) / group * group;
        pushGroup(terms.subList(start, end), separator, group < terms.size(), pending);
        if (start > 0) {
          pending.push(separator);
        }
        end = start;
      }
      pending.push(OPEN);
    }

    private static void pushGroup(
        List<Node> terms, Node separator, boolean parentheses, Deque<Node> pending) {
      if (parentheses) {
        pending.push(CLOSE);
      }
      for (int i = terms.size() - 1; i >= 0; i--) {
        pending.push(terms.get(i));
        if (i > 0) {
          pending.push(separator);
        }
      }
      if (parentheses) {
        pending.push(OPEN);
      }
    }

    private List<Node> terms() {
      List<Node> terms = new ArrayList<>();
      Deque<Node> pending = new ArrayDeque<>();
      pending.push(this);
      while (!pending.isEmpty()) {
        Node next = pending.pop();
        if (next instanceof Junction junction && junction.operator.equals(operator)) {
          pending.push(junction.right);
          pending.push(junction.left);
        } else {
          terms.add(next);
        }
      }
      return terms;
    }

    /** Records compare in depth, which a long chain would not survive. */
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return new SqlWriter().condition(this).finish().text();
    }
  }
}
