package dev.dbrazor.query;

/**
 * A condition over the components of several collections. NULL follows SQL's three values: a
 * condition over NULL is neither true nor false, and neither it nor its {@link #not} matches.
 *
 * <p>Immutable; building one runs nothing.
 */
public abstract class JoinCondition {
  private final Node node;

  JoinCondition(Node node) {
    this.node = node;
  }

  final Node node() {
    return node;
  }

  /** Both; false where one is false, even if the other is over NULL. Ignores an empty one. */
  public JoinCondition and(JoinCondition other) {
    return new Mixed(Logic.and(node, Arguments.notNull(other, "condition").node));
  }

  /** At least one, even if the other is over NULL. Ignores an empty one. */
  public JoinCondition or(JoinCondition other) {
    return new Mixed(Logic.or(node, Arguments.notNull(other, "condition").node));
  }

  /** Where this is false; what is neither true nor false because of NULL stays unmatched. */
  public JoinCondition not() {
    return new Mixed(Logic.not(node));
  }

  /** The SQL text, values as place holders. */
  @Override
  public final String toString() {
    return new SqlWriter().condition(node).finish().text();
  }

  /** A condition that belongs to no single collection. */
  private static final class Mixed extends JoinCondition {
    Mixed(Node node) {
      super(node);
    }
  }
}
