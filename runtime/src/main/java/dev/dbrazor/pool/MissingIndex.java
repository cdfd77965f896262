package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns of a scanned table a statement compares although no index begins with them. */
final class MissingIndex {
  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
  private static final String NAME = "(\\w+|\"[^\"]+\")";
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(?i)(?:" + NAME + "\\s*\\.\\s*)?" + NAME + "\\s*(?:=|<|>|\\b(?:IS|IN|BETWEEN)\\b)");

  /** Columns in need of an index: neither the key's nor the first of an index. */
  private static final String COLUMNS =
      """
      SELECT name FROM pragma_table_xinfo(?1)
      WHERE pk = 0 AND name NOT IN (
        SELECT i.name FROM pragma_index_list(?1) AS l, pragma_index_info(l.name) AS i
        WHERE i.seqno = 0 AND i.name IS NOT NULL)""";

  private MissingIndex() {}

  static List<String> of(Session session, String sql, Scans.Table table) {
    TreeSet<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (DriverStatement statement = session.prepare(COLUMNS)) {
      statement.bindText(1, table.name());
      while (statement.step()) {
        columns.add(String.valueOf(statement.text(0)));
      }
    }
    List<String> compared = new ArrayList<>();
    Matcher comparison = COMPARISON.matcher(conditions(sql));
    while (comparison.find()) {
      String source = comparison.group(1) == null ? table.as() : plain(comparison.group(1));
      String column = columns.floor(plain(comparison.group(2)));
      if (source.equalsIgnoreCase(table.as())
          && plain(comparison.group(2)).equalsIgnoreCase(column)
          && !compared.contains(column)) {
        compared.add(column);
      }
    }
    return compared;
  }

  /** From the first condition on; the SET of an UPDATE compares nothing. */
  private static String conditions(String sql) {
    String text = STRING.matcher(sql).replaceAll("''");
    Matcher begin = Pattern.compile("(?i)\\b(?:WHERE|ON)\\b").matcher(text);
    return begin.find() ? text.substring(begin.end()) : "";
  }

  private static String plain(String name) {
    return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
  }
}
