package dev.dbrazor;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the statements seen lately do, and to which table first: {@code SELECT customers}. Worked
 * out once for each text, as it is prepared once; shared by all threads.
 */
final class StatementSummaries {
  private static final int MOST = 2_000;

  private static final Set<String> OPERATIONS =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE");

  private final Map<String, String> known = new ConcurrentHashMap<>();

  String of(String sql) {
    String summary = known.get(sql);
    if (summary == null) {
      summary = worked(sql);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(sql, summary);
    }
    return summary;
  }

  private static String worked(String sql) {
    Matcher token = Token.PATTERN.matcher(sql);
    String operation = "";
    boolean with = false;
    boolean named = false;
    int depth = 0;
    while (token.find()) {
      String word = token.group().toUpperCase(Locale.ROOT);
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      if (named && isName(word)) {
        return operation + " " + unquoted(token.group());
      }
      if (!operation.isEmpty()) {
        named = word.equals("FROM") || word.equals("INTO");
      } else if (depth == 0 && isName(word)) {
        with |= word.equals("WITH");
        operation = !with || OPERATIONS.contains(word) ? word : "";
        named = word.equals("UPDATE");
      }
    }
    return operation;
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

  /** Compiled for the first listener: most programs start without one. */
  private static final class Token {
    /** A word, a quoted name, a text, a comment, or a parenthesis. */
    static final Pattern PATTERN =
        Pattern.compile(
            "\\w+|\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|--[^\n]*|/\\*.*?\\*/|[()]", Pattern.DOTALL);

    private Token() {}
  }
}
