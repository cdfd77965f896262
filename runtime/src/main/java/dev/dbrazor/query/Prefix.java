package dev.dbrazor.query;

import java.util.Optional;

/** The range of texts that begin alike. SQLite compares text by UTF-8 bytes: by code point. */
final class Prefix {
  private Prefix() {}

  /**
   * The least text greater than every text with this prefix: its last code point that can grow, one
   * higher, and nothing after it. Empty when there is none.
   */
  static Optional<String> end(String prefix) {
    int length = prefix.length();
    while (length > 0) {
      int last = prefix.codePointBefore(length);
      length -= Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return Optional.of(prefix.substring(0, length) + Character.toString(next));
      }
    }
    return Optional.empty();
  }
}
