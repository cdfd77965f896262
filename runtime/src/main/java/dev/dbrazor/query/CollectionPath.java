package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;
import dev.dbrazor.mapping.ValueTypes;
import java.util.List;

/**
 * The path of a {@code List} or {@code Set} component, stored as a JSON array. No condition here
 * matches a collection that is NULL, and neither does its {@code not()}.
 *
 * @param <R> the record
 * @param <C> the component's type
 * @param <E> the elements' type
 */
public final class CollectionPath<R, C, E> extends Expression<R, C> implements Settable<R, C> {
  private final ValueType<E> element;
  private final boolean unique;

  /**
   * For generated code.
   *
   * @param unique true for a set
   */
  public CollectionPath(
      Location<R> location, ValueType<C> type, ValueType<E> element, boolean unique) {
    super(location, type);
    this.element = element.inJson();
    this.unique = unique;
  }

  /** Has the element; never matches a collection that is NULL. */
  public Condition<R> contains(E value) {
    Node collection = single();
    Node has = has(item(value, "contains"));
    return new Condition<>(
        out -> out.text("iif(").node(collection).text(" IS NULL, NULL, ").node(has).text(")"));
  }

  /** Does not have the element; never matches a collection that is NULL. */
  public Condition<R> notContains(E value) {
    return contains(value).not();
  }

  /** The number of elements; NULL for a collection that is NULL. */
  public NumberExpression<R, Integer> size() {
    Node collection = single();
    return new NumberExpression<>(
        out -> out.text("json_array_length(").node(collection).text(")"),
        ValueTypes.INT,
        name() + ".size()");
  }

  /**
   * Adds an element at the end, to a set only if it is not there yet; makes a collection where
   * there is none.
   */
  public Assignment<R> append(E value) {
    Arguments.compared(value, "append", name(), "a value");
    Node has = unique ? has(item(value, "append")) : null;
    return Assignment.append(this, value, Values.inDocument(elementNames(), value, element), has);
  }

  @Override
  DocumentEquality documentEquality() {
    return unique ? DocumentEquality::ofSets : DocumentEquality::ofTrees;
  }

  private Node has(Node item) {
    Node collection = single();
    return out ->
        out.text("EXISTS (SELECT 1 FROM json_each(")
            .node(collection)
            .text(") WHERE value = ")
            .node(item)
            .text(")");
  }

  private Node item(E value, String call) {
    return Values.compared(
        elementNames(), Arguments.compared(value, call, name(), "a value"), element);
  }

  private List<String> elementNames() {
    return List.of(name() + "[]");
  }
}
