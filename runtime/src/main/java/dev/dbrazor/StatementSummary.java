package dev.dbrazor;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement does, and to what: {@code SELECT customers}.
 *
 * @param collection the first one it names; empty when it names none
 */
record StatementSummary(String operation, String collection, String text) {
  private static final Set<String> OPERATIONS =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE");

  /** A word, a quoted name, a text, a comment, or a parenthesis. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\w+|\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|--[^\n]*|/\\*.*?\\*/|[()]", Pattern.DOTALL);

  private static StatementSummary of(String operation, String collection) {
    return new StatementSummary(
        operation, collection, collection.isEmpty() ? operation : operation + " " + collection);
  }

  static StatementSummary of(String sql) {
    Matcher token = TOKEN.matcher(sql);
    String operation = "";
    boolean with = false;
    boolean named = false;
    int depth = 0;
    while (token.find()) {
      String word = token.group().toUpperCase(Locale.ROOT);
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      if (named && isName(word)) {
        return of(operation, unquoted(token.group()));
      }
      if (!operation.isEmpty()) {
        named = word.equals("FROM") || word.equals("INTO");
      } else if (depth == 0 && isName(word)) {
        with |= word.equals("WITH");
        operation = !with || OPERATIONS.contains(word) ? word : "";
        named = word.equals("UPDATE");
      }
    }
    return of(operation, "");
  }

  private static boolean isName(String word) {
    char first = word.charAt(0);
    return first == '"' || first == '_' || Character.isLetter(first);
  }

  private static String unquoted(String name) {
    return name.charAt(0) == '"'
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  /** Those of the statements seen lately; shared by all threads. */
  static final class Known {
    private static final int MOST = 2_000;

    private final Map<String, StatementSummary> summaries = new ConcurrentHashMap<>();

    StatementSummary of(String sql) {
      StatementSummary known = summaries.get(sql);
      if (known == null) {
        known = StatementSummary.of(sql);
        if (summaries.size() >= MOST) {
          summaries.clear();
        }
        summaries.put(sql, known);
      }
      return known;
    }
  }
}
