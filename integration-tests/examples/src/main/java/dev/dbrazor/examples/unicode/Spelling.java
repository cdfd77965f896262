package dev.dbrazor.examples.unicode;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Spells a text: one short lookup after the other, thousands of them, as in a service at work. */
final class Spelling {
  private static final int SHOWN = 5;

  private final CodePointDao codePoints;
  private final Report report;

  Spelling(CodePointDao codePoints, Report report) {
    this.codePoints = codePoints;
    this.report = report;
  }

  /** Prints the characters that come most often. */
  void of(String title, String text) {
    Map<String, Integer> counts = report.ask(title, () -> counts(text.codePoints()));
    Table table = new Table("name", "times");
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(each -> table.row(each.getKey(), each.getValue()));
    report.print(table);
  }

  private Map<String, Integer> counts(IntStream scalars) {
    Map<String, Integer> counts = new TreeMap<>();
    scalars
        .mapToObj(CodePoint::notation)
        .forEach(
            notation ->
                counts.merge(codePoints.findById(notation).orElseThrow().name(), 1, Integer::sum));
    return counts;
  }
}
