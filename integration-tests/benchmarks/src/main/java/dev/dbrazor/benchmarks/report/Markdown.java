package dev.dbrazor.benchmarks.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables in Markdown; the first column is text, the others are numbers. */
public final class Markdown {
  private final StringBuilder text = new StringBuilder();

  /** Begins a table. */
  public Markdown head(List<String> cells) {
    row(cells);
    return row(
        Stream.concat(Stream.of("---"), Collections.nCopies(cells.size() - 1, "---:").stream())
            .toList());
  }

  /** One line of the table. */
  public Markdown row(List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
