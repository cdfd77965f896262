package dev.dbrazor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and writes one Markdown file for the Java it runs on. */
public final class Benchmarks {
  private Benchmarks() {}

  /** The first argument is the folder for the results. */
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    List<Comparison> comparisons = new ArrayList<>(new MicroBenchmarks().run());
    comparisons.add(StartUp.run());
    comparisons.add(CompileTime.run());
    System.out.println();
    System.out.print(MarkdownReport.write(Path.of(args[0]), comparisons));
  }
}
