package dev.dbrazor.value;

/**
 * Shows a value in a message: on one line, and not ten megabytes of it. What cannot be printed,
 * control characters and lone surrogates among it, is written as a Java program would escape it.
 */
public final class Excerpt {
  private static final int LENGTH = 60;

  private Excerpt() {}

  /** The text in quotes. */
  static String of(String text) {
    return "'" + shown(text) + "'";
  }

  /** What {@code toString} says of the value. */
  public static String shown(Object value) {
    String text = value.toString();
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (at < text.length() && at < LENGTH) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (isPrinted(point)) {
        shown.appendCodePoint(point);
      } else {
        shown.append(String.format("\\u%04x", point));
      }
    }
    return at < text.length() ? shown.append('…').toString() : shown.toString();
  }

  private static boolean isPrinted(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
