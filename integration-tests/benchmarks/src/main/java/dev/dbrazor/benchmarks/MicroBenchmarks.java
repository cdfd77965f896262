package dev.dbrazor.benchmarks;

import static dev.dbrazor.benchmarks.Comparison.median;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs what JMH measures, several rounds of everything, so that a slow minute of the machine
 * touches both sides.
 */
final class MicroBenchmarks {
  private static final int ROUNDS = 2;
  private static final String NOT_SLOWER = "≥ 1.0 × JDBC";

  private final Map<String, List<Double>> samples = new HashMap<>();

  /** In the order of the report; takes about three minutes. */
  List<Comparison> run() throws RunnerException {
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.printf("JMH, round %d of %d%n", round, ROUNDS);
      round();
    }
    return List.of(
        compare("scan of 100,000 rows, a row", ScanBenchmark.class, "", NOT_SLOWER),
        compare("read by key in a transaction", SnapshotReadBenchmark.class, "", NOT_SLOWER),
        compare("read by key on its own", PointReadBenchmark.class, "", ""),
        compare("insert of 100,000 rows, a row", BulkInsertBenchmark.class, "", "≥ 0.83 × JDBC"),
        compare("update by key in a transaction", ChangeBenchmark.class, "update", ""),
        compare("upsert by key in a transaction", ChangeBenchmark.class, "upsert", ""));
  }

  private void round() throws RunnerException {
    for (RunResult result : new Runner(options()).run()) {
      List<Double> into =
          samples.computeIfAbsent(result.getParams().getBenchmark(), name -> new ArrayList<>());
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          into.add(iteration.getPrimaryResult().getScore());
        }
      }
    }
  }

  private static Options options() {
    return new OptionsBuilder()
        .include(MicroBenchmarks.class.getPackageName() + "\\..*Benchmark\\.")
        .timeUnit(TimeUnit.MICROSECONDS)
        .forks(1)
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true)
        .build();
  }

  private Comparison compare(String what, Class<?> benchmarks, String change, String goal) {
    String prefix = benchmarks.getName() + "." + change;
    boolean bare = change.isEmpty();
    return new Comparison(
        what,
        "µs",
        "JDBC",
        goal,
        median(of(prefix + (bare ? "dbrazor" : "Dbrazor"))),
        median(of(prefix + (bare ? "jdbc" : "Jdbc"))));
  }

  private List<Double> of(String benchmark) {
    List<Double> measured = samples.get(benchmark);
    if (measured == null) {
      throw new IllegalStateException("not measured: " + benchmark + ", but " + samples.keySet());
    }
    return measured;
  }
}
