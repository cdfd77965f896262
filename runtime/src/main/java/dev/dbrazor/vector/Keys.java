package dev.dbrazor.vector;

/** Lists of row keys on their way into and out of SQL, as text. */
public final class Keys {
  private Keys() {}

  /** A JSON array of a part of the keys. */
  static String json(long[] keys, int from, int to) {
    StringBuilder text = new StringBuilder("[");
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ",").append(keys[i]);
    }
    return text.append(']').toString();
  }

  /**
   * What {@code group_concat} made of keys.
   *
   * @param text whole numbers with commas between them; may be empty
   */
  public static long[] parse(String text) {
    int count = text.isEmpty() ? 0 : 1;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) == ',' ? 1 : 0;
    }
    long[] keys = new long[count];
    for (int at = 0, key = 0; key < count; key++) {
      int end = text.indexOf(',', at);
      end = end < 0 ? text.length() : end;
      keys[key] = Long.parseLong(text, at, end, 10);
      at = end + 1;
    }
    return keys;
  }
}
