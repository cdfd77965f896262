package dev.dbrazor.examples.unicode;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows in aligned columns: numbers to the right, everything else to the left. */
final class Table {
  private static final String INDENT = "  ";

  private final List<String> titles;
  private final List<List<Object>> rows = new ArrayList<>();

  Table(String... titles) {
    this.titles = List.of(titles);
  }

  Table row(Object... cells) {
    rows.add(List.of(cells));
    return this;
  }

  void print(PrintStream out) {
    int[] widths = widths();
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      boolean numeric = !rows.isEmpty() && rows.get(0).get(column) instanceof Number;
      append(line, titles.get(column), widths[column], numeric);
    }
    println(out, line);
    println(out, new StringBuilder(INDENT + "-".repeat(line.length() - INDENT.length())));
    for (List<Object> row : rows) {
      println(out, line(row, widths));
    }
  }

  private static StringBuilder line(List<Object> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      Object cell = row.get(column);
      append(line, text(cell), widths[column], cell instanceof Number);
    }
    return line;
  }

  private int[] widths() {
    int[] widths = new int[titles.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Glyph.width(titles.get(column));
      for (List<Object> row : rows) {
        widths[column] = Math.max(widths[column], Glyph.width(text(row.get(column))));
      }
    }
    return widths;
  }

  private static String text(Object cell) {
    if (cell instanceof Double) {
      return String.format(Locale.ROOT, "%,.2f", cell);
    }
    return cell instanceof Number ? String.format(Locale.ROOT, "%,d", cell) : cell.toString();
  }

  private static void append(StringBuilder line, String text, int width, boolean right) {
    String padding = " ".repeat(width - Glyph.width(text));
    line.append(INDENT).append(right ? padding + text : text + padding);
  }

  private static void println(PrintStream out, StringBuilder line) {
    out.println(line.toString().stripTrailing());
  }
}
