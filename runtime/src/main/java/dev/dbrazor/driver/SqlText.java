package dev.dbrazor.driver;

import java.util.Locale;
import java.util.Set;

/**
 * What can be told about a statement without asking the engine, which compiles the first of several
 * and is silent about the rest.
 *
 * @param verb the first keyword in capitals; behind a {@code WITH} that of the statement proper;
 *     empty when there is no statement
 * @param single false when a second statement follows
 */
public record SqlText(String verb, boolean single) {
  private static final Set<String> CHANGES = Set.of("INSERT", "REPLACE", "UPDATE", "DELETE");

  public static SqlText of(String sql) {
    return new Scanner(sql).scan();
  }

  /**
   * Whether the engine counts the rows it changes; after other statements its count is that of an
   * earlier one.
   */
  public boolean changesRows() {
    return CHANGES.contains(verb);
  }

  /** Walks over tokens; knows SQLite's comments and four kinds of quotes. */
  private static final class Scanner {
    private final String sql;
    private int position;
    private String verb = "";
    private boolean trigger;
    private int words;
    private int depth;
    private String last = "";
    private String beforeLast = "";

    Scanner(String sql) {
      this.sql = sql;
    }

    SqlText scan() {
      boolean alone = sql.indexOf(';') < 0; // as nearly all are: then the verb is all there is
      boolean ended = false;
      for (String token = next(); !token.isEmpty(); token = next()) {
        if (token.equals(";")) {
          ended |= !words() && (!trigger || (last.equals("END") && beforeLast.equals(";")));
        } else if (ended) {
          return new SqlText(verb, false);
        } else {
          take(token);
          if (alone && !verb.equals("WITH")) {
            return new SqlText(verb, true);
          }
        }
        beforeLast = last;
        last = token;
      }
      return new SqlText(verb, true);
    }

    /** True as long as nothing but semicolons was seen. */
    private boolean words() {
      return words == 0;
    }

    private void take(String token) {
      words++;
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (words == 1) {
        verb = token;
      } else if (verb.equals("WITH") && depth == 0 && isMain(token)) {
        verb = token;
      } else if (verb.equals("CREATE") && words <= 3 && token.equals("TRIGGER")) {
        trigger = true;
      }
    }

    private static boolean isMain(String token) {
      return CHANGES.contains(token) || token.equals("SELECT") || token.equals("VALUES");
    }

    /** The next token: a word in capitals, one character of anything else, "" at the end. */
    private String next() {
      skipBlanks();
      if (position >= sql.length()) {
        return "";
      }
      int start = position;
      char first = sql.charAt(position++);
      switch (first) {
        case '\'', '"', '`' -> skipPast(String.valueOf(first));
        case '[' -> skipPast("]");
        default -> {
          while (isWord(first) && position < sql.length() && isWord(sql.charAt(position))) {
            position++;
          }
          return sql.substring(start, position).toUpperCase(Locale.ROOT);
        }
      }
      return "'"; // any quoted text; a doubled quote inside makes two of them, which does no harm
    }

    private void skipBlanks() {
      while (position < sql.length()) {
        if (sql.startsWith("--", position)) {
          skipPast("\n");
        } else if (sql.startsWith("/*", position)) {
          position += 2;
          skipPast("*/");
        } else if (Character.isWhitespace(sql.charAt(position))
            || sql.charAt(position) == '\uFEFF') {
          position++;
        } else {
          return;
        }
      }
    }

    private void skipPast(String end) {
      int found = sql.indexOf(end, position);
      position = found < 0 ? sql.length() : found + end.length();
    }

    private static boolean isWord(char c) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 0x7F;
    }
  }
}
