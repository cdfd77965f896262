package dev.dbrazor.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The new value of one column: a plain value, or its JSON document with all changes in one
 * expression. Every part reads the row's old document, so the text grows linearly.
 *
 * <pre>
 * json_remove(json_set(json_set(customers.address, '$.city', ?), '$.zip', ?), '$.location')
 * json_insert(json_insert(coalesce(customers.tags, '[]'), '$[#]', ?), '$[#]', ?)
 * </pre>
 */
final class DocumentChange {
  private DocumentChange() {}

  /** Assignments of one column whose targets do not overlap, appends to one target excepted. */
  static <R> Node of(List<Assignment<R>> assignments) {
    Map<String, List<Assignment<R>>> byPath = new LinkedHashMap<>();
    for (Assignment<R> assignment : assignments) {
      byPath
          .computeIfAbsent(assignment.target().path().text(), path -> new ArrayList<>())
          .add(assignment);
    }
    Assignment<R> first = assignments.get(0);
    if (first.target().isColumn()) {
      return value(assignments);
    }
    Node document = Node.text(first.target().columnSql());
    for (List<Assignment<R>> change : byPath.values()) {
      document = changed(document, change);
    }
    return document;
  }

  private static <R> Node changed(Node document, List<Assignment<R>> change) {
    Location<R> target = change.get(0).target();
    Node path = target.path().node(target.names());
    if (change.get(0).kind() == Assignment.Kind.REMOVE) {
      return out -> out.text("json_remove(").node(document).text(", ").node(path).text(")");
    }
    Node value = value(change);
    return out ->
        out.text("json_set(").node(document).text(", ").node(path).text(", ").node(value).text(")");
  }

  private static <R> Node value(List<Assignment<R>> change) {
    return change.get(0).kind() == Assignment.Kind.APPEND
        ? appended(change)
        : change.get(0).value();
  }

  private static <R> Node appended(List<Assignment<R>> appends) {
    Node old = appends.get(0).target().read();
    Node list = out -> out.text("coalesce(").node(old).text(", '[]')");
    List<Object> seen = new ArrayList<>();
    for (Assignment<R> append : appends) {
      Assignment.Element element = append.element();
      if (element == null || element.present() != null && seen.contains(element.value())) {
        continue;
      }
      seen.add(element.value());
      list = inserted(list, element.present(), append.value());
    }
    return list;
  }

  private static Node inserted(Node list, @Nullable Node present, Node value) {
    // json_insert leaves what exists alone, and a set that has the element has a first one.
    Node place =
        present == null
            ? Node.text("'$[#]'")
            : out -> out.text("iif(").node(present).text(", '$[0]', '$[#]')");
    return out ->
        out.text("json_insert(").node(list).text(", ").node(place).text(", ").node(value).text(")");
  }
}
