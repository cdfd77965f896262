package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.DriverChoice;
import dev.dbrazor.benchmarks.Micro;
import dev.dbrazor.benchmarks.report.Amount;
import dev.dbrazor.benchmarks.report.Markdown;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.sqlite.SQLiteConfig.JournalMode;

/** What parts of the design gain, or cost, each by itself. */
final class Gains {
  private final Micro micro;
  private final Markdown table = new Markdown().head(List.of("what", "time"));

  private Gains(Micro micro) {
    this.micro = micro;
  }

  static String section(Micro micro, List<DriverChoice> drivers) throws RunnerException {
    Gains gains = new Gains(micro);
    for (DriverChoice driver : drivers) {
      gains.add("read by key on its own, statements kept", driver, gains.at("read", driver, 256));
      gains.add("the same, prepared each time", driver, gains.at("read", driver, 0));
      gains.add(
          "reading connection taken and given back", driver, gains.at("acquire", driver, 256));
      gains.add("writing connection, the same", driver, gains.at("acquireWriter", driver, 256));
    }
    for (JournalMode journal : List.of(JournalMode.WAL, JournalMode.DELETE)) {
      gains.add(
          "commit of one update by hand-written JDBC, journal " + journal.name(),
          micro.options("Journals.commit", false).param("journal", journal.name()));
    }
    return "## What the design gains\n\n" + gains.table;
  }

  private ChainedOptionsBuilder at(String benchmark, DriverChoice driver, int statements) {
    return micro
        .options("GainedBy." + benchmark, false)
        .param("driver", driver.name())
        .param("statements", Integer.toString(statements));
  }

  private void add(String what, DriverChoice driver, ChainedOptionsBuilder options)
      throws RunnerException {
    add(what + ", " + driver, options);
  }

  private void add(String what, ChainedOptionsBuilder options) throws RunnerException {
    Result<?> time = new Runner(options.build()).runSingle().getPrimaryResult();
    table.row(List.of(what, Amount.time(time.getScore(), time.getScoreError())));
  }
}
