package dev.dbrazor.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Looks through a piece of SQL that a user wrote into an annotation, for what would end or change
 * the statement around it. Whether it is right is for SQLite to say.
 */
final class SqlFragment {
  private final String sql;
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;

  private SqlFragment(String sql) {
    this.sql = sql;
  }

  /** What is wrong with it, to follow the place's name: {@code "is empty"}. */
  static Optional<String> problem(String sql) {
    return sql.isBlank() ? Optional.of("is empty") : new SqlFragment(sql).scan();
  }

  private Optional<String> scan() {
    for (at = 0; at < sql.length(); at++) {
      Optional<String> problem = look(sql.charAt(at));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return open.isEmpty() ? Optional.empty() : Optional.of("has a ( that is not closed");
  }

  private Optional<String> look(char c) {
    return switch (c) {
      case '\'', '"', '`' -> skipTo(c);
      case '[' -> skipTo(']');
      case ';' -> Optional.of("contains a semicolon");
      case '?', ':', '@', '$', '#' -> parameter(c);
      case '-' -> next() == '-' ? Optional.of("contains a comment") : Optional.empty();
      case '/' -> next() == '*' ? Optional.of("contains a comment") : Optional.empty();
      case '(' -> {
        open.push(c);
        yield Optional.empty();
      }
      case ')' -> open.poll() == null ? Optional.of("closes a ( of others") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<String> skipTo(char end) {
    int close = sql.indexOf(end, at + 1);
    if (close < 0) {
      return Optional.of("has a " + sql.charAt(at) + " that is not closed");
    }
    at = close;
    return Optional.empty();
  }

  private Optional<String> parameter(char c) {
    boolean insideName = at > 0 && Character.isJavaIdentifierPart(sql.charAt(at - 1));
    return c == '$' && insideName
        ? Optional.empty()
        : Optional.of("contains the parameter mark " + c);
  }

  private char next() {
    return at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
  }
}
