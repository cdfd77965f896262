package dev.dbrazor.query;

import java.util.List;

/** Small pieces of JSON as text: the lists behind {@code in(…)} and the labels of paths. */
final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    appendQuoted(text, out);
    return out.toString();
  }

  /** A JSON array of Long, Double, String, and List of these. */
  static String array(Iterable<?> items) {
    StringBuilder out = new StringBuilder();
    appendArray(items, out);
    return out.toString();
  }

  private static void appendArray(Iterable<?> items, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object item : items) {
      out.append(separator);
      appendItem(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void appendItem(Object item, StringBuilder out) {
    if (item instanceof String text) {
      appendQuoted(text, out);
    } else if (item instanceof List<?> list) {
      appendArray(list, out);
    } else if (item instanceof Double number && number.isInfinite()) {
      // Too large for a double: SQLite reads it as infinity.
      out.append(number > 0 ? "9e999" : "-9e999");
    } else {
      out.append(item);
    }
  }

  private static void appendQuoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
