package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A change of one component in a partial update; immutable, shared by all threads. Made by {@link
 * Settable} and the paths.
 *
 * @param <R> the record
 */
public final class Assignment<R> {
  /** What is done at the target. */
  enum Kind {
    SET,
    REMOVE,
    APPEND
  }

  private static final String NO_PARENT = "the record around it is missing";

  private final Location<R> target;
  private final Kind kind;
  private final Node value;
  private final @Nullable Node guard;
  private final String failure;
  private final @Nullable Element element;

  /** One element to append; {@code present} tells whether a set has it already. */
  record Element(Object value, @Nullable Node present) {}

  private Assignment(
      Location<R> target,
      Kind kind,
      Node value,
      @Nullable Node guard,
      String failure,
      @Nullable Element element) {
    if (target.source().mapping().statements().fixed().contains(target.column())) {
      throw new InvalidArgumentException(target.name() + " is not to be assigned");
    }
    this.target = target;
    this.kind = kind;
    this.value = value;
    this.guard = guard;
    this.failure = failure;
    this.element = element;
  }

  static <R, V> Assignment<R> set(Settable<R, V> path, @Nullable V value) {
    Expression<R, V> expression = expression(path);
    Location<R> target = expression.location();
    if (value == null) {
      throw new InvalidArgumentException(
          expression.name() + (target.isNullable() ? ": use setNull()" : " is not nullable"));
    }
    Node node =
        target.isColumn()
            ? Values.stored(expression.names(), value, expression.type())
            : Values.inDocument(expression.names(), value, expression.type());
    return new Assignment<>(target, Kind.SET, node, null, "", null);
  }

  static <R, V> Assignment<R> setNull(Settable<R, V> path) {
    Location<R> target = expression(path).location();
    if (!target.isNullable()) {
      throw new InvalidArgumentException(target.name() + " is not nullable");
    }
    // A component that is null is left out of its document; an entry of a map stays.
    boolean remove = !target.isColumn() && !target.path().endsWithKey();
    Node nothing = Node.text("NULL");
    return new Assignment<>(target, remove ? Kind.REMOVE : Kind.SET, nothing, null, "", null);
  }

  static <R> Assignment<R> increment(Expression<R, ?> path, Node by, NumberRange range) {
    Location<R> target = path.location();
    Node current = path.single();
    Node sum = out -> out.text("coalesce(").node(current).text(", 0) + ").node(by);
    return new Assignment<>(
        target,
        Kind.SET,
        sum,
        range.holds(sum),
        "the sum is out of range for " + range.type(),
        null);
  }

  static <R> Assignment<R> append(
      Expression<R, ?> path, Object element, Node value, @Nullable Node present) {
    return new Assignment<>(
        path.location(), Kind.APPEND, value, null, "", new Element(element, present));
  }

  /** Only paths are settable, and every path is an expression of the same types. */
  @SuppressWarnings("unchecked")
  private static <R, V> Expression<R, V> expression(Settable<R, V> path) {
    return (Expression<R, V>) path;
  }

  Location<R> target() {
    return target;
  }

  Kind kind() {
    return kind;
  }

  /** What the target becomes, or the element that is appended. */
  Node value() {
    return value;
  }

  @Nullable Element element() {
    return element;
  }

  /** What must hold of the row's old values; null when nothing can go wrong. */
  @Nullable Node guard() {
    Node parent = parentExists();
    if (parent == null || guard == null) {
      return parent == null ? guard : parent;
    }
    Node own = guard;
    return out -> out.node(parent).text(" AND ").node(own);
  }

  /** What went wrong where the guard did not hold. */
  String failure() {
    String reason = failure.isEmpty() ? NO_PARENT : failure;
    boolean both = !failure.isEmpty() && parentExists() != null;
    return target.name() + ": " + reason + (both ? ", or " + NO_PARENT : "");
  }

  private @Nullable Node parentExists() {
    Location<R> parent = target.parent();
    if (parent == null || parent.isColumn() && !parent.isNullable()) {
      return null;
    }
    String document = "json_type(" + parent.columnSql();
    if (parent.isColumn()) {
      return Node.text(document + ") = 'object'");
    }
    Node path = parent.path().node(parent.names());
    return out -> out.text(document).text(", ").node(path).text(") = 'object'");
  }
}
