package dev.dbrazor.value;

import java.util.Locale;

/**
 * What SQLite can hold as TEXT: any Unicode text without NUL, which would end it, and without half
 * a surrogate pair.
 */
public final class Text {
  private Text() {}

  /** Throws a {@link ValueException} for a NUL character or a lone surrogate. */
  public static void check(String value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      // NUL and everything from the surrogates up, in one comparison.
      if ((c - 1 & 0xFFFF) >= 0xD7FF) {
        i = checkRare(value, i);
      }
    }
  }

  /**
   * Checks the character at an index that is NUL or not below the surrogates; returns the last
   * index it looked at.
   */
  private static int checkRare(String value, int index) {
    char c = value.charAt(index);
    if (c == 0) {
      throw new ValueException("text has a NUL character at index " + index);
    }
    if (!Character.isSurrogate(c)) {
      return index;
    }
    boolean paired =
        Character.isHighSurrogate(c)
            && index + 1 < value.length()
            && Character.isLowSurrogate(value.charAt(index + 1));
    if (!paired) {
      throw new ValueException(
          "text has a lone surrogate U+"
              + Integer.toHexString(c).toUpperCase(Locale.ROOT)
              + " at index "
              + index);
    }
    return index + 1;
  }
}
