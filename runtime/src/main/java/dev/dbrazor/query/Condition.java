package dev.dbrazor.query;

/**
 * A condition over the components of one collection; immutable, shared by all threads.
 *
 * @param <R> the record
 */
public class Condition<R> extends JoinCondition {
  Condition(Node node) {
    super(node);
  }

  /** Both; false where one is false, even if the other is over NULL. Ignores an empty one. */
  public <S extends R> Condition<S> and(Condition<S> other) {
    return new Condition<>(Logic.and(node(), Arguments.notNull(other, "condition").node()));
  }

  /** At least one, even if the other is over NULL. Ignores an empty one. */
  public <S extends R> Condition<S> or(Condition<S> other) {
    return new Condition<>(Logic.or(node(), Arguments.notNull(other, "condition").node()));
  }

  @Override
  public Condition<R> not() {
    return new Condition<>(Logic.not(node()));
  }
}
