package dev.dbrazor.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The definitions inside a {@code CREATE TABLE}, as they are written. */
final class ColumnTexts {
  private static final Set<String> CONSTRAINTS =
      Set.of("unique", "primary", "check", "foreign", "constraint");

  private ColumnTexts() {}

  /** By column in lower case, in order; constraints of the table are left out. */
  static Map<String, String> of(String createTable) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String definition : definitions(createTable)) {
      String name = SqlTokens.of(definition).get(0);
      if (!CONSTRAINTS.contains(name)) {
        columns.put(name.replace("\"", "").toLowerCase(Locale.ROOT), definition);
      }
    }
    return columns;
  }

  /** The same table under another name; references to itself stay what they are. */
  static String renamed(String createTable, String name) {
    return "CREATE TABLE " + name + " " + createTable.substring(createTable.indexOf('('));
  }

  private static List<String> definitions(String createTable) {
    List<String> definitions = new ArrayList<>();
    int start = createTable.indexOf('(') + 1;
    int depth = 1;
    for (int at = start; at < createTable.length() && depth > 0; at++) {
      char c = createTable.charAt(at);
      if (c == '\'' || c == '"') {
        at = createTable.indexOf(c, at + 1);
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 || depth == 1 && c == ',') {
        definitions.add(createTable.substring(start, at).strip());
        start = at + 1;
      }
    }
    return definitions;
  }
}
