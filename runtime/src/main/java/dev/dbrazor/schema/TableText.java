package dev.dbrazor.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What only the text of {@code CREATE TABLE} tells and no pragma does.
 *
 * @param extras for each column, in lower case, its clauses {@code generated as}, {@code collate}
 *     and {@code autoincrement}
 * @param checks the conditions of all CHECK constraints
 */
record TableText(Map<String, String> extras, List<String> checks) {
  static TableText of(String createTable) {
    TableText text = new TableText(new HashMap<>(), new ArrayList<>());
    List<String> tokens = SqlTokens.of(createTable);
    int start = tokens.indexOf("(") + 1;
    int depth = 1;
    for (int i = start; i < tokens.size() && depth > 0; i++) {
      String token = tokens.get(i);
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth == 0 || depth == 1 && token.equals(",")) {
        text.addDefinition(tokens.subList(start, i));
        start = i + 1;
      }
    }
    return text;
  }

  private void addDefinition(List<String> tokens) {
    List<String> found = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      switch (tokens.get(i)) {
        case "(" -> i = closing(tokens, i);
        case "check" -> {
          checks.add(inParentheses(tokens, i));
          i = closing(tokens, i + 1);
        }
        case "as" -> {
          found.add("generated as (" + inParentheses(tokens, i) + ")");
          i = closing(tokens, i + 1);
        }
        case "collate" -> found.add("collate " + tokens.get(++i));
        case "autoincrement" -> found.add("autoincrement");
        default -> {}
      }
    }
    if (tokens.get(0).equals("check")) {
      checks.add(inParentheses(tokens, 0));
    }
    extras.put(tokens.get(0).replace("\"", ""), String.join(" ", found));
  }

  /** The words between the parentheses that follow a word. */
  private static String inParentheses(List<String> tokens, int word) {
    return String.join(" ", tokens.subList(word + 2, closing(tokens, word + 1)));
  }

  private static int closing(List<String> tokens, int opening) {
    int depth = 0;
    for (int i = opening; i < tokens.size(); i++) {
      depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }
}
