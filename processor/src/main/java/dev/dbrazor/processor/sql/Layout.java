package dev.dbrazor.processor.sql;

import java.util.List;

/** Line breaks in statement texts, so that constants read well in generated code. */
final class Layout {
  private static final int WIDTH = 80;

  private Layout() {}

  /** {@code before a, b, c after}, broken after commas where a line would get too long. */
  static String commas(String before, List<String> items, String after) {
    StringBuilder text = new StringBuilder(before);
    int lineStart = 0;
    for (int i = 0; i < items.size(); i++) {
      boolean last = i == items.size() - 1;
      String item = items.get(i) + (last ? after : ",");
      if (i > 0 && text.length() - lineStart + 1 + item.length() > WIDTH) {
        text.append('\n');
        lineStart = text.length();
        text.append("    ");
      } else if (i > 0) {
        text.append(' ');
      }
      text.append(item);
    }
    return text.toString();
  }
}
