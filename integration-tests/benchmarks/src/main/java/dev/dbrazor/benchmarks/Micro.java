package dev.dbrazor.benchmarks;

import dev.dbrazor.benchmarks.report.Measurement;
import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.Peer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs what JMH measures, each peer in JVMs of its own. */
public final class Micro {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Effort effort;
  private final Path data;

  /** The folder keeps the files that all JVMs copy. */
  public Micro(Effort effort, Path data) {
    this.effort = effort;
    this.data = data;
  }

  /** One work by one peer. */
  public Measurement run(Work work, Peer peer) throws RunnerException {
    Options options =
        options(work.benchmark(), work == Work.INSERT)
            .param("peer", peer.name())
            .param("rows", Integer.toString(effort.rows()))
            .build();
    RunResult result = new Runner(options).runSingle();
    Result<?> time = result.getPrimaryResult();
    int units = work.units(effort.rows());
    return new Measurement(
        work,
        peer.title(),
        time.getScore() / units,
        time.getScoreError() / units,
        allocated(result) / units);
  }

  /** Bytes an operation allocates, as JMH has counted them. */
  public static double allocated(RunResult result) {
    for (String name : result.getSecondaryResults().keySet()) {
      if (name.endsWith(ALLOCATED)) {
        return result.getSecondaryResults().get(name).getScore();
      }
    }
    return Double.NaN;
  }

  /** For a benchmark, given as JMH names it, without the package. */
  public ChainedOptionsBuilder options(String benchmark, boolean singleShot) {
    return new OptionsBuilder()
        .include("\\." + benchmark.replace(".", "\\.") + "$")
        .forks(effort.forks())
        .warmupIterations(singleShot ? effort.inserts() : effort.warmUps())
        .warmupTime(TimeValue.milliseconds(effort.time().toMillis()))
        .measurementIterations(singleShot ? effort.inserts() : effort.iterations())
        .measurementTime(TimeValue.milliseconds(effort.time().toMillis()))
        .timeUnit(TimeUnit.NANOSECONDS)
        .addProfiler(GCProfiler.class)
        .jvmArgsAppend("-D" + DataFile.FOLDER + "=" + data)
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
  }
}
