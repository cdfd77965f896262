package dev.dbrazor.examples.unicode;

import dev.dbrazor.DatabaseStats;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What the program prints: questions, how long each answer took, and the answers as tables. */
final class Report {
  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** Prints the question and the time of its answer, measured around the call alone. */
  <T> T ask(String question, Supplier<T> answer) {
    long start = System.nanoTime();
    T given = answer.get();
    double milliseconds = millisecondsSince(start);
    String size = given instanceof List<?> rows ? count(rows.size()) + ", " : "";
    out.println();
    line("%s  (%s%.1f ms)", question, size, milliseconds);
    return given;
  }

  /** {@link #ask} for characters, shown one a row. */
  void show(String question, Supplier<List<CodePoint>> answer) {
    print(table(ask(question, answer)));
  }

  void print(Table table) {
    table.print(out);
  }

  void line(String format, Object... args) {
    out.println(String.format(Locale.ROOT, format, args));
  }

  /** How much of what the program needed was there: open connections, prepared statements. */
  void work(DatabaseStats stats) {
    long statements = stats.statementHits() + stats.statementMisses();
    line(
        "A connection was needed %,d times, and %.1f %% of them one was open and idle",
        stats.acquisitions(), 100.0 * stats.found() / stats.acquisitions());
    line(
        "%,d statements were run, %.1f %% of them prepared before",
        statements, 100.0 * stats.statementHits() / statements);
  }

  void heading(String text) {
    out.println();
    out.println(text);
    out.println("=".repeat(Glyph.width(text)));
  }

  /** Overwrites the line before it until {@link #line} ends it. */
  void progress(String format, Object... args) {
    out.print("\r" + String.format(Locale.ROOT, format, args));
    out.flush();
  }

  static double millisecondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e6;
  }

  private static String count(int rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }

  private static Table table(List<CodePoint> rows) {
    Table table = new Table("", "code point", "name", "script", "category", "UTF-8");
    for (CodePoint row : rows) {
      table.row(
          Glyph.of(row.scalar()),
          row.notation(),
          row.name(),
          row.script(),
          row.category(),
          hex(row.utf8()));
    }
    return table;
  }

  private static String hex(List<Integer> bytes) {
    return String.join(" ", bytes.stream().map("%02X"::formatted).toList());
  }
}
