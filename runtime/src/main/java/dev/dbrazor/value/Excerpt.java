package dev.dbrazor.value;

/** Shows a value in a message without showing ten megabytes of it. */
final class Excerpt {
  private static final int LENGTH = 60;

  private Excerpt() {}

  static String of(String text) {
    return text.length() <= LENGTH ? "'" + text + "'" : "'" + text.substring(0, LENGTH) + "…'";
  }
}
