package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a full-text search looks for. All but {@link #raw} take text as a user typed it: quotes,
 * operators and control characters in it have no meaning, and what the tokenizer finds no word in
 * is ignored. Beyond {@value #LONGEST} characters a text is not looked at. Immutable.
 *
 * <pre>{@code
 * Fts.words("sqlite java").and(Fts.phrase("embedded database").or(Fts.prefix("serverl")))
 * }</pre>
 */
public final class Fts {
  /** So much of a text is looked for. */
  private static final int LONGEST = 10_000;

  private final String text;

  /** The operator on top, or null where the text is one operand. */
  private final @Nullable String operator;

  private final boolean raw;

  private Fts(String text, @Nullable String operator, boolean raw) {
    this.text = text;
    this.operator = operator;
    this.raw = raw;
  }

  /**
   * All the words, in any order and place; what a plain text means in a search. A word with
   * punctuation inside, such as {@code e-mail}, is a phrase.
   */
  public static Fts words(String text) {
    return new Fts(quotedWords(text, " "), null, false);
  }

  /**
   * At least one of the words: for whole sentences, where the ranking does the rest. More and rarer
   * words in common count more.
   */
  public static Fts anyWord(String text) {
    return new Fts(quotedWords(text, " OR "), "OR", false);
  }

  /** The words beside each other, in this order. */
  public static Fts phrase(String text) {
    return new Fts(quoted(clean(text)), null, false);
  }

  /** All the words, where the last one may go on: "embedded data" finds "embedded databases". */
  public static Fts prefix(String text) {
    String words = quotedWords(text, " ");
    return new Fts(words.equals("\"\"") ? words : words + " *", null, false);
  }

  /**
   * Phrases within reach of each other, in any order.
   *
   * @param distance most words between the end of the first of them and the begin of the last, 0 or
   *     more
   * @throws InvalidArgumentException for less than two phrases, or a negative distance
   */
  public static Fts near(int distance, String... phrases) {
    List<String> given = List.of(Arguments.notNull(phrases, "phrases"));
    if (given.size() < 2 || distance < 0) {
      throw new InvalidArgumentException(
          "near needs two phrases or more, and a distance of 0 or more; not "
              + given.size()
              + " and "
              + distance);
    }
    String list = given.stream().map(each -> quoted(clean(each))).collect(Collectors.joining(" "));
    return new Fts("NEAR(" + list + ", " + distance + ")", null, false);
  }

  /**
   * A query in the engine's own language: {@code title : sqlite AND (java OR kotlin) NOT "no sql"}.
   *
   * @see <a href="https://www.sqlite.org/fts5.html#full_text_query_syntax">FTS5 query syntax</a>
   */
  public static Fts raw(String query) {
    return new Fts(Arguments.notNull(query, "query"), "raw", true);
  }

  /** Where both match. */
  public Fts and(Fts other) {
    return join("AND", other);
  }

  /** Where at least one matches. */
  public Fts or(Fts other) {
    return join("OR", other);
  }

  /** Where this matches and the other does not. */
  public Fts not(Fts other) {
    return join("NOT", other);
  }

  private Fts join(String with, Fts other) {
    Arguments.notNull(other, "other");
    boolean chain = with.equals(operator) && !with.equals("NOT");
    String left = chain ? text : "(" + text + ")";
    return new Fts(left + " " + with + " (" + other.text + ")", with, raw || other.raw);
  }

  String text() {
    return text;
  }

  /** Whether any part of it is as the caller wrote it. */
  boolean isRaw() {
    return raw;
  }

  private static String quotedWords(String text, String between) {
    return clean(text).strip().transform(words -> List.of(words.split("\\s+"))).stream()
        .distinct()
        .map(Fts::quoted)
        .collect(Collectors.joining(between));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** NUL would end the query for the engine, and a lone surrogate has no encoding. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    String given = Arguments.notNull(text, "text");
    int end = Math.min(given.length(), LONGEST);
    for (int i = 0; i < end; i++) {
      char c = given.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < end
              && Character.isLowSurrogate(given.charAt(i + 1));
      if (pair) {
        clean.append(c).append(given.charAt(++i));
      } else {
        clean.append(c == 0 || Character.isSurrogate(c) ? ' ' : c);
      }
    }
    return clean.toString();
  }

  /** The query as the engine gets it. */
  @Override
  public String toString() {
    return text;
  }
}
