package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.ValueType;
import dev.dbrazor.pool.Session;
import dev.dbrazor.value.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Those that belong to some parents, read by one statement, to which the parents' ids are one
 * parameter: a JSON list. Ids are compared as items of such a list: an {@code int} that refers to a
 * {@code long} is the same.
 */
final class Children<C> {
  private final Clauses clauses;
  private final Selection<C> selection;
  private final Expression<?, ?> parentId;

  private Children(Clauses clauses, Selection<C> selection, Expression<?, ?> parentId) {
    this.clauses = clauses;
    this.selection = selection;
    this.parentId = parentId;
  }

  static <C> Children<C> of(Query<C> query, Expression<?, ?> parentId) {
    Arguments.notNull(query, "children");
    Arguments.notNull(parentId, "parentId").source();
    Clauses clauses = query.clauses();
    if (clauses.isLimited() || query.isOfGroups()) {
      throw new InvalidArgumentException(
          "children with a limit, an offset or groups: they would be of all parents together");
    }
    return new Children<>(clauses.orderedById(), query.selection(), parentId);
  }

  /** The children of each id, in the order of the ids. */
  List<List<C>> of(Session session, List<Object> ids) {
    Map<Object, List<C>> byItem = new HashMap<>();
    List<List<C>> lists = new ArrayList<>(ids.size());
    for (Object id : ids) {
      lists.add(byItem.computeIfAbsent(item(parentId.type(), id), item -> new ArrayList<>()));
    }
    if (!ids.isEmpty()) {
      read(session, byItem);
    }
    return lists;
  }

  private void read(Session session, Map<Object, List<C>> byItem) {
    List<C> children = new ArrayList<>();
    List<List<C>> owners = new ArrayList<>();
    BoundSql sql = select(byItem.keySet());
    try (DriverStatement statement = session.prepare(sql.text())) {
      sql.bind(statement);
      statement.readAhead();
      ResultRow row = new ResultRow(statement, names());
      while (statement.step()) {
        children.add(selection.read(row));
        owners.add(owner(parentId, row, byItem));
      }
    }
    List<C> completed = selection.completed(session, children);
    for (int i = 0; i < completed.size(); i++) {
      owners.get(i).add(completed.get(i));
    }
  }

  private <V> List<C> owner(Expression<?, V> by, ResultRow row, Map<Object, List<C>> byItem) {
    V value = row.value(selection.width(), by.type());
    List<C> siblings = byItem.get(by.type().listItem(value));
    if (siblings == null) {
      throw mismatch(value);
    }
    return siblings;
  }

  private BoundSql select(Iterable<?> items) {
    SqlWriter out = new SqlWriter();
    clauses.where(among(items)).render(out, this::columns);
    return out.finish();
  }

  private void columns(SqlWriter out) {
    selection.render(out);
    out.text(", ");
    parentId.render(out);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(selection.names());
    names.addAll(parentId.names());
    return names;
  }

  private Node among(Iterable<?> items) {
    Node value = parentId.single();
    Node list = new RawText(parentId.names(), JsonText.array(items));
    String begin = " IN (SELECT " + parentId.type().listItemSql() + " FROM json_each(";
    return out -> out.node(value).text(begin).node(list).text("))");
  }

  // What is no V fails the cast inside of the type.
  @SuppressWarnings("unchecked")
  private <V> Object item(ValueType<V> type, Object id) {
    if (id instanceof Long || id instanceof Integer || id instanceof Short || id instanceof Byte) {
      return ((Number) id).longValue();
    }
    try {
      return type.listItem((V) id);
    } catch (ClassCastException e) {
      throw mismatch(id);
    }
  }

  private InvalidArgumentException mismatch(Object id) {
    return new InvalidArgumentException(
        parentId.name() + " does not hold ids like the parents': " + Excerpt.shown(id));
  }
}
