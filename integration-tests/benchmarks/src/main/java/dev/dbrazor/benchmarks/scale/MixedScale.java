package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.DriverChoice;
import dev.dbrazor.benchmarks.Micro;
import dev.dbrazor.benchmarks.report.Amount;
import dev.dbrazor.benchmarks.report.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** One to eight reading threads beside one writer; one to eight threads that only write. */
final class MixedScale {
  private static final int[] READERS = {1, 2, 4, 8};
  private static final int[] WRITERS = {1, 2, 4, 8};

  private MixedScale() {}

  static String section(Micro micro, List<DriverChoice> drivers) throws RunnerException {
    List<String> head = new ArrayList<>(List.of("reading threads"));
    for (DriverChoice driver : drivers) {
      head.add(driver + ", reads a second");
      head.add(driver + ", commits a second");
    }
    Markdown table = new Markdown().head(head);
    for (int readers : READERS) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(readers)));
      for (DriverChoice driver : drivers) {
        RunResult result = run(micro, driver, readers, 1);
        row.add(Amount.count(result.getSecondaryResults().get("reads").getScore()));
        row.add(Amount.count(result.getSecondaryResults().get("writes").getScore()));
      }
      table.row(row);
    }
    return "## Threads\n\nReads by key, each on its own, beside one thread that updates by key and"
        + " commits each change, flushed to the disk. This machine has "
        + Runtime.getRuntime().availableProcessors()
        + " cores.\n\n"
        + table;
  }

  static String writers(Micro micro, List<DriverChoice> drivers) throws RunnerException {
    List<String> head = new ArrayList<>(List.of("writing threads"));
    drivers.forEach(driver -> head.add(driver + ", commits a second"));
    Markdown table = new Markdown().head(head);
    for (int writers : WRITERS) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(writers)));
      for (DriverChoice driver : drivers) {
        RunResult result = run(micro, driver, 0, writers);
        row.add(Amount.count(result.getPrimaryResult().getScore()));
      }
      table.row(row);
    }
    return "## Writing threads\n\nUpdates by key, each committed and flushed to the disk. This"
        + " machine has "
        + Runtime.getRuntime().availableProcessors()
        + " cores.\n\n"
        + table;
  }

  private static RunResult run(Micro micro, DriverChoice driver, int readers, int writers)
      throws RunnerException {
    return new Runner(
            micro
                .options("Mixed." + Mixed.GROUP, false)
                .param("driver", driver.name())
                .threadGroups(readers, writers)
                .timeUnit(TimeUnit.SECONDS)
                .build())
        .runSingle();
  }
}
