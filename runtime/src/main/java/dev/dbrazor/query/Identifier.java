package dev.dbrazor.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of tables and columns in SQL: bare where that is certainly right, else quoted. */
final class Identifier {
  /**
   * The words SQLite does not take for a name everywhere
   * (https://www.sqlite.org/lang_keywords.html).
   */
  private static final Set<String> RESERVED =
      Set.of(
          ("add all alter and as autoincrement between by case cast check collate commit constraint"
                  + " create cross current_date current_time current_timestamp default deferrable"
                  + " delete distinct drop else end escape except exists foreign from full group"
                  + " having if in index indexed inner insert intersect into is isnull join left"
                  + " limit materialized natural not nothing notnull null offset on or order outer"
                  + " over primary references returning right row rows rowid select set table then"
                  + " to transaction union unique update using values when where window with"
                  + " without true false")
              .split(" "));

  private Identifier() {}

  static String quoted(String name) {
    return isPlain(name) && !RESERVED.contains(name.toLowerCase(Locale.ROOT))
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Names, each with something behind it, and something between them. */
  static String joined(List<String> names, String behind, String between) {
    StringBuilder joined = new StringBuilder();
    for (String name : names) {
      joined.append(joined.isEmpty() ? "" : between).append(quoted(name)).append(behind);
    }
    return joined.toString();
  }

  /** How many names a comma-separated list has. */
  static int count(String list) {
    int count = 1;
    boolean quoted = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        count++;
      }
    }
    return count;
  }

  /** ASCII letters, digits and underscores, not beginning with a digit. */
  static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
