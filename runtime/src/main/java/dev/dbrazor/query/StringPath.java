package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueTypes;
import java.util.Optional;

/**
 * The path of a text component. Where not said otherwise, case matters, text is compared by Unicode
 * code point, and {@code %} and {@code _} mean themselves. No condition here matches NULL, and
 * neither does its {@code not()}.
 *
 * @param <R> the record
 */
public class StringPath<R> extends ScalarPath<R, String> {
  /** For generated code. */
  public StringPath(Location<R> location) {
    super(location, ValueTypes.STRING);
  }

  /**
   * SQL's LIKE: {@code %} is any text, {@code _} any one character; there is no escape character,
   * so use {@link #contains} and its like for text that may hold these. ASCII letters match in
   * either case. Never matches NULL.
   */
  public final Condition<R> like(String pattern) {
    return compare(" LIKE ", text(pattern, "like"));
  }

  /** The opposite of {@link #like}; never matches NULL either. */
  public final Condition<R> notLike(String pattern) {
    return compare(" NOT LIKE ", text(pattern, "notLike"));
  }

  /** Begins with this text; uses an index. The empty text begins every text, but never NULL. */
  public final Condition<R> startsWith(String prefix) {
    Node from = text(prefix, "startsWith");
    Optional<String> end = Prefix.end(prefix);
    if (end.isEmpty()) {
      return compare(" >= ", from);
    }
    Node value = single();
    Node to = new RawText(names(), end.get());
    return new Condition<>(
        out ->
            out.text("(")
                .node(value)
                .text(" >= ")
                .node(from)
                .text(" AND ")
                .node(value)
                .text(" < ")
                .node(to)
                .text(")"));
  }

  /** Ends with this text. The empty text ends every text, but never NULL. */
  public final Condition<R> endsWith(String suffix) {
    Node end = text(suffix, "endsWith");
    Node value = single();
    if (suffix.isEmpty()) {
      // True, but unknown for NULL, so that not() leaves NULL out as well.
      return compare(" = ", value);
    }
    Node length = new RawNumber(-suffix.codePointCount(0, suffix.length()));
    return new Condition<>(
        out -> out.text("substr(").node(value).text(", ").node(length).text(") = ").node(end));
  }

  /** Has this text somewhere. Every text has the empty text; NULL never has any. */
  public final Condition<R> contains(String part) {
    Node text = text(part, "contains");
    Node value = single();
    return new Condition<>(
        out -> out.text("instr(").node(value).text(", ").node(text).text(") > 0"));
  }

  /**
   * As {@link #contains}, where ASCII letters match in either case; others, such as Ä, must be the
   * same. Never matches NULL.
   */
  public final Condition<R> containsIgnoreCase(String part) {
    Node text = lower(part, "containsIgnoreCase");
    Node value = single();
    return new Condition<>(
        out -> out.text("instr(lower(").node(value).text("), ").node(text).text(") > 0"));
  }

  /**
   * Equal, where ASCII letters match in either case; others, such as Ä, must be the same. Never
   * matches NULL.
   */
  public final Condition<R> eqIgnoreCase(String text) {
    Node right = lower(text, "eqIgnoreCase");
    Node value = single();
    return new Condition<>(out -> out.text("lower(").node(value).text(") = ").node(right));
  }

  private Node text(String value, String call) {
    return new RawText(names(), Arguments.compared(value, call, name(), "isNull()"));
  }

  /** The engine's lower() knows ASCII only, so this must too. */
  private Node lower(String value, String call) {
    StringBuilder out = new StringBuilder(Arguments.compared(value, call, name(), "isNull()"));
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.setCharAt(i, (char) (c + 'a' - 'A'));
      }
    }
    return new RawText(names(), out.toString());
  }
}
