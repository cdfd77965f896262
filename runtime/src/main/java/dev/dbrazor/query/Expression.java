package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a query can compare and select: a component, or computed from components. Immutable,
 * shared by all threads.
 *
 * <p>NULL follows SQL's three values: where an operand is NULL, a comparison is neither true nor
 * false. So {@code eq}, {@code ne}, {@code in}, {@code notIn} and the {@code not()} of each leave
 * such rows out; {@link #isNull} finds them.
 *
 * @param <R> the record it belongs to
 * @param <V> its value
 */
public class Expression<R, V> {
  private final Node sql;
  private final @Nullable ValueType<V> type;
  private final List<String> names;
  private final @Nullable Location<R> location;

  /** A component. */
  Expression(Location<R> location, ValueType<V> type) {
    this.sql = location.read();
    this.type = location.isColumn() ? type : type.inJson();
    this.names = location.names();
    this.location = location;
  }

  /** A computed value; without a type it can be selected by a subclass, and nothing else. */
  Expression(Node sql, @Nullable ValueType<V> type, String name) {
    this.sql = sql;
    this.type = type;
    this.names = List.of(name);
    this.location = null;
  }

  /**
   * Equal. Records, lists, sets and maps are equal when they hold the same; only sets inside of
   * them must have their elements in the same order. Never matches NULL.
   *
   * @throws InvalidArgumentException for null: ask {@link #isNull}
   */
  public final Condition<R> eq(V value) {
    return equal(operand(value, "eq", "isNull()"));
  }

  /** Equal; never where either side is NULL. */
  public final Condition<R> eq(Expression<?, V> other) {
    return isDocument(other) ? equal(Comparison.document(this, other)) : compare(" = ", other);
  }

  /**
   * Different; never matches NULL.
   *
   * @throws InvalidArgumentException for null: ask {@link #isNotNull}
   */
  public final Condition<R> ne(V value) {
    return different(operand(value, "ne", "isNotNull()"));
  }

  /** Different; never where either side is NULL. */
  public final Condition<R> ne(Expression<?, V> other) {
    return isDocument(other) ? different(Comparison.document(this, other)) : compare(" <> ", other);
  }

  /**
   * One of the values, of which there may be 100,000; they are bound as one parameter. {@code in()}
   * of nothing is false, for NULL too; otherwise NULL is never in.
   *
   * @throws InvalidArgumentException for a null among the values
   */
  public final Condition<R> in(Collection<? extends V> values) {
    return Arguments.notNull(values, "values").isEmpty()
        ? constant("0")
        : membership(values, false);
  }

  /**
   * None of the values. {@code notIn()} of nothing is true, for NULL too; otherwise NULL is never
   * matched.
   *
   * @throws InvalidArgumentException for a null among the values
   */
  public final Condition<R> notIn(Collection<? extends V> values) {
    return Arguments.notNull(values, "values").isEmpty() ? constant("1") : membership(values, true);
  }

  /**
   * One of the subquery's values. Never matches NULL; where the value is not among them and one of
   * them is NULL, this is neither true nor false, so its {@code not()} matches nothing then.
   *
   * @throws InvalidArgumentException when the subquery selects more than one value, or a document
   */
  public final Condition<R> in(Query<V> subquery) {
    return new Condition<>(Comparison.among(this, " IN (", subquery));
  }

  /**
   * None of the subquery's values; true where it has none. <b>One NULL among them, and nothing
   * matches at all</b>, as in SQL: let the subquery leave them out by {@link #isNotNull}, or ask
   * {@link Expressions#notExists}. Never matches NULL unless the subquery has no values.
   *
   * @throws InvalidArgumentException when the subquery selects more than one value, or a document
   */
  public final Condition<R> notIn(Query<V> subquery) {
    return new Condition<>(Comparison.among(this, " NOT IN (", subquery));
  }

  /** True for NULL, else false. */
  public final Condition<R> isNull() {
    Node operand = single();
    return new Condition<>(out -> out.node(operand).text(" IS NULL"));
  }

  /** False for NULL, else true. */
  public final Condition<R> isNotNull() {
    Node operand = single();
    return new Condition<>(out -> out.node(operand).text(" IS NOT NULL"));
  }

  /** The same value for a select, where NULL becomes an empty {@code Optional}. */
  public final Expression<R, Optional<V>> optional() {
    return new OptionalExpression<>(this);
  }

  /** The column or document place it is read from. */
  final Location<R> location() {
    if (location == null) {
      throw new InvalidArgumentException(name() + " is computed and cannot be assigned");
    }
    return location;
  }

  final String name() {
    return names.get(0);
  }

  final List<String> names() {
    return names;
  }

  /** The collection or alias it is a component of. */
  final Source<R> source() {
    if (location == null) {
      throw new InvalidArgumentException(name() + " is computed, and no component");
    }
    return location.source();
  }

  /** True when it is of a group, or has a part that is. */
  boolean aggregates() {
    return sql instanceof Aggregate;
  }

  boolean mayBeNull() {
    return location == null || location.mayBeNull();
  }

  /** How it is bound and read; typed for where it is stored. */
  final ValueType<V> type() {
    if (type == null) {
      throw new InvalidArgumentException(name() + " can only be selected");
    }
    return type;
  }

  /** Its SQL, where one value is needed. */
  final Node single() {
    type();
    return sql;
  }

  final Condition<R> compare(String operator, Node right) {
    Node left = single();
    return new Condition<>(out -> out.node(left).text(operator).node(right));
  }

  final Condition<R> compare(String operator, Expression<?, V> other) {
    return new Condition<>(Comparison.of(this, operator, Arguments.notNull(other, "other")));
  }

  private boolean isDocument(Expression<?, V> other) {
    Arguments.notNull(other, "other");
    return Values.areDocuments(type());
  }

  /** A value bound to compare with this. */
  final Node operand(@Nullable V value, String call, String instead) {
    V given = Arguments.compared(value, call, name(), instead);
    return Values.compared(names, given, type());
  }

  private Condition<R> equal(Node right) {
    return Values.areDocuments(type())
        ? new Condition<>(documentEquality().of(single(), right))
        : compare(" = ", right);
  }

  private Condition<R> different(Node right) {
    return Values.areDocuments(type()) ? equal(right).not() : compare(" <> ", right);
  }

  /** How documents of this type are compared. */
  DocumentEquality documentEquality() {
    return DocumentEquality::ofTrees;
  }

  private Condition<R> membership(Collection<? extends V> values, boolean not) {
    ValueType<V> valueType = type();
    List<Object> items = new ArrayList<>(values.size());
    for (V value : values) {
      items.add(valueType.listItem(Arguments.compared(value, "in", name(), "isNull()")));
    }
    Node left = single();
    Node json = new RawText(names, JsonText.array(items));
    if (Values.areDocuments(valueType)) {
      Condition<R> among = new Condition<>(amongDocuments(left, json));
      return not ? among.not() : among;
    }
    String list =
        (not ? " NOT IN " : " IN ") + "(SELECT " + valueType.listItemSql() + " FROM json_each(";
    return new Condition<>(out -> out.node(left).text(list).node(json).text("))"));
  }

  private Node amongDocuments(Node left, Node json) {
    Node same = documentEquality().of(left, Node.text("item.value"));
    return out ->
        out.text("iif(")
            .node(left)
            .text(" IS NULL, NULL, EXISTS (SELECT 1 FROM json_each(")
            .node(json)
            .text(") AS item WHERE ")
            .node(same)
            .text("))");
  }

  private Condition<R> constant(String truth) {
    single();
    return new Condition<>(Node.text(truth));
  }

  // What a select needs; a composed expression has several columns.

  int width() {
    return 1;
  }

  /** One name for each of its columns. */
  List<String> selectedNames() {
    return names;
  }

  /** In a select list or an order. */
  void render(SqlWriter out) {
    out.node(sql);
  }

  /** Null for NULL. */
  @Nullable V read(ResultRow row, int column) {
    return row.valueOrNull(column, type());
  }
}
