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

  /** Both; an empty condition is ignored. */
  public <S extends R> Condition<S> and(Condition<S> other) {
    return new Condition<>(Logic.and(node(), Arguments.notNull(other, "condition").node()));
  }

  /** At least one; an empty condition is ignored. */
  public <S extends R> Condition<S> or(Condition<S> other) {
    return new Condition<>(Logic.or(node(), Arguments.notNull(other, "condition").node()));
  }

  @Override
  public Condition<R> not() {
    return new Condition<>(Logic.not(node()));
  }
}
