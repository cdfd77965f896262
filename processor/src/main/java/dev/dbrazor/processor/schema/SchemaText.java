package dev.dbrazor.processor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema file as text: fixed order, one column a line, so that a review sees what changed.
 *
 * <pre>
 * {
 *   "collection": "customers",
 *   "version": 2,
 *   "released": false,
 *   "columns": [
 *     {"name": "id", "component": "id", "value": "uuid", "type": "BLOB", "role": "id"},
 *     {"name": "full_name", "component": "fullName", "value": "string", "type": "TEXT"}
 *   ],
 *   "documents": [
 *     {"place": "address.city", "value": "string"}
 *   ],
 *   "renamed": {
 *     "full_name": "name"
 *   },
 *   "dropped": {},
 *   "backfilled": {},
 *   "upgrades": ["split"],
 *   "sql": [
 *     "CREATE TABLE customers (\n  …"
 *   ]
 * }
 * </pre>
 */
public final class SchemaText {
  private SchemaText() {}

  public static String of(SchemaFile file) {
    List<String> members = new ArrayList<>();
    members.add("\"collection\": " + JsonText.string(file.collection()));
    members.add("\"version\": " + file.version());
    members.add("\"released\": " + file.released());
    members.add("\"columns\": " + lines("[", file.columns().stream().map(SchemaText::column), "]"));
    members.add(
        "\"documents\": " + lines("[", file.documents().stream().map(SchemaText::part), "]"));
    members.add("\"renamed\": " + object(file.changes().renamed()));
    members.add("\"dropped\": " + object(file.changes().dropped()));
    members.add("\"backfilled\": " + object(file.changes().backfilled()));
    members.add("\"upgrades\": " + strings(file.changes().upgrades()));
    members.add("\"sql\": " + lines("[", file.sql().stream().map(JsonText::string), "]"));
    return members.stream().collect(Collectors.joining(",\n  ", "{\n  ", "\n}\n"));
  }

  private static String column(SchemaFile.SchemaColumn column) {
    StringBuilder line = new StringBuilder();
    member(line, "name", column.name());
    member(line, "component", column.component());
    member(line, "value", column.value());
    member(line, "type", column.type());
    line.append(column.nullable() ? ", \"nullable\": true" : "");
    member(line, "role", column.role());
    member(line, "default", column.defaultSql());
    return "{" + line + "}";
  }

  private static String part(SchemaFile.DocumentPart part) {
    StringBuilder line = new StringBuilder();
    member(line, "place", part.place());
    member(line, "value", part.value());
    line.append(part.nullable() ? ", \"nullable\": true" : "");
    return "{" + line + "}";
  }

  /** Leaves out what is empty. */
  private static void member(StringBuilder line, String name, String value) {
    if (!value.isEmpty()) {
      line.append(line.isEmpty() ? "" : ", ");
      line.append('"').append(name).append("\": ").append(JsonText.string(value));
    }
  }

  private static String object(Map<String, String> members) {
    return lines(
        "{",
        members.entrySet().stream()
            .map(each -> JsonText.string(each.getKey()) + ": " + JsonText.string(each.getValue())),
        "}");
  }

  private static String strings(List<String> items) {
    return items.stream().map(JsonText::string).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String lines(String open, Stream<String> items, String close) {
    List<String> all = items.toList();
    return all.isEmpty()
        ? open + close
        : open + "\n    " + String.join(",\n    ", all) + "\n  " + close;
  }
}
