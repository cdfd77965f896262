package dev.dbrazor.benchmarks.queries;

import dev.dbrazor.benchmarks.Effort;
import dev.dbrazor.benchmarks.Micro;
import dev.dbrazor.benchmarks.report.Machine;
import dev.dbrazor.benchmarks.report.Results;
import dev.dbrazor.benchmarks.start.CompileQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what queries cost before a row is read, and writes {@code jdk-N-queries.md}. */
public final class QueryCosts {
  private static final int METHODS = 500;
  private static final int ROUNDS = 3;

  private final Effort effort;
  private final Path data;

  public QueryCosts(Effort effort, Path data) {
    this.effort = effort;
    this.data = data;
  }

  /** Into the folder of results. */
  public void write(Path folder) throws IOException, InterruptedException, RunnerException {
    List<String> lines = new ArrayList<>();
    lines.add("# Queries on Java " + Runtime.version().feature());
    lines.add("");
    Machine.here().forEach(fact -> lines.add("- " + fact));
    lines.add("");
    lines.add("| what | measured | goal |");
    lines.add("| --- | ---: | ---: |");
    for (int results : new int[] {1, 10}) {
      double typed = nanoseconds("TypedQueries.typed", "results", results);
      double byHand = nanoseconds("TypedQueries.byHand", "results", results);
      lines.add(
          row(
              text(
                  "typed query of a known shape, %d rows: %,.0f ns; constant SQL by hand %,.0f ns",
                  results, typed, byHand),
              text("%.2f", typed / byHand),
              "≤ 1.15"));
    }
    for (int conditions : new int[] {125, 250, 500, 1000}) {
      double each = nanoseconds("ManyConditions.built", "conditions", conditions) / conditions;
      lines.add(
          row(
              "a condition of two comparisons, made, bound and run as one of " + conditions,
              text("%,.0f ns", each),
              "the same"));
    }
    List<Double> seconds = new CompileQueries(METHODS, ROUNDS).seconds();
    lines.add(
        row(
            text(
                "%d @Query methods: compilation of %.2f s instead of %.2f s",
                METHODS, seconds.get(1), seconds.get(0)),
            text("%.2f s", seconds.get(1) - seconds.get(0)),
            "< 2 s"));
    Files.write(folder.resolve(Results.name() + "-queries.md"), lines);
    lines.forEach(System.out::println);
  }

  private double nanoseconds(String benchmark, String parameter, int value) throws RunnerException {
    return new Runner(
            new Micro(effort, data)
                .options(benchmark, false)
                .param(parameter, Integer.toString(value))
                .build())
        .runSingle()
        .getPrimaryResult()
        .getScore();
  }

  private static String row(String what, String measured, String goal) {
    return text("| %s | %s | %s |", what, measured, goal);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
