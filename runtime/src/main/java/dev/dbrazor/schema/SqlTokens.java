package dev.dbrazor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of an SQL text, spelled alike: words and quoted names in lower case without quotes,
 * string literals as they are, comments and spaces left out; a quoted name that is one of the
 * looked-for keywords keeps its quotes. What differs only in layout or case has equal words.
 */
final class SqlTokens {
  /** Words that somebody looks for in the tokens. */
  private static final Set<String> KEYWORDS =
      Set.of("as", "autoincrement", "check", "collate", "if", "on", "virtual");

  private final String sql;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  static List<String> of(String sql) {
    SqlTokens reader = new SqlTokens(sql);
    while (reader.at < sql.length()) {
      reader.next();
    }
    return reader.tokens;
  }

  /** One spelling for texts that mean the same. */
  static String normalized(String sql) {
    return String.join(" ", of(sql));
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (sql.startsWith("--", at)) {
      skipPast("\n", at + 2);
    } else if (sql.startsWith("/*", at)) {
      skipPast("*/", at + 2);
    } else if (c == '\'') {
      tokens.add(quoted('\''));
    } else if (c == '"' || c == '`') {
      String text = quoted(c);
      tokens.add(name(text.substring(1, text.length() - 1)));
    } else if (c == '[') {
      int start = at + 1;
      skipPast("]", start);
      tokens.add(name(sql.substring(start, at - 1)));
    } else if (isWordPart(c)) {
      tokens.add(word());
    } else {
      tokens.add(String.valueOf(c));
      at++;
    }
  }

  /** A name without its quotes, unless it would then be taken for something else. */
  private static String name(String text) {
    boolean plain = !text.isEmpty() && text.chars().allMatch(c -> isWordPart((char) c));
    String name = lower(text);
    return plain && !KEYWORDS.contains(name) ? name : '"' + name + '"';
  }

  private String word() {
    int start = at;
    while (at < sql.length() && isWordPart(sql.charAt(at))) {
      at++;
    }
    return lower(sql.substring(start, at));
  }

  /** Up to the closing quote; a doubled one is part of the text. */
  private String quoted(char quote) {
    int start = at++;
    while (at < sql.length()) {
      if (sql.charAt(at++) == quote) {
        if (at == sql.length() || sql.charAt(at) != quote) {
          break;
        }
        at++;
      }
    }
    return sql.substring(start, at);
  }

  private void skipPast(String end, int from) {
    int found = sql.indexOf(end, from);
    at = found < 0 ? sql.length() : found + end.length();
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c > 127;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
