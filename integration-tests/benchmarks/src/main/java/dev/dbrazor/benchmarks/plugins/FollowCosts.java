package dev.dbrazor.benchmarks.plugins;

import dev.dbrazor.benchmarks.Effort;
import dev.dbrazor.benchmarks.Micro;
import dev.dbrazor.benchmarks.report.Machine;
import dev.dbrazor.benchmarks.report.Markdown;
import dev.dbrazor.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what followers cost a statement, and writes {@code jdk-N-plugins.md}. */
public final class FollowCosts {
  private static final List<String> WORKS = List.of("read", "update");

  private final Micro micro;

  public FollowCosts(Effort effort, Path data) {
    micro = new Micro(effort, data);
  }

  /** Into the folder of results. */
  public void write(Path folder) throws IOException, RunnerException {
    Markdown table = new Markdown();
    table.head(
        List.of("followed by", "read by key, ns", "more", "bytes", "update, ns", "more", "bytes"));
    double[] alone = new double[WORKS.size()];
    for (Follower follower : Follower.values()) {
      String[] cells = new String[1 + 3 * WORKS.size()];
      cells[0] = follower.title();
      for (int work = 0; work < WORKS.size(); work++) {
        RunResult result = measured(WORKS.get(work), follower);
        double time = result.getPrimaryResult().getScore();
        alone[work] = follower == Follower.NONE ? time : alone[work];
        cells[1 + 3 * work] =
            text("%,.0f ± %,.0f", time, result.getPrimaryResult().getScoreError());
        cells[2 + 3 * work] = text("%+,.0f", time - alone[work]);
        cells[3 + 3 * work] = text("%,.0f", Micro.allocated(result));
      }
      table.row(List.of(cells));
    }
    StringBuilder page = new StringBuilder("# Followers on Java " + Runtime.version().feature());
    page.append("\n\n");
    Machine.here().forEach(fact -> page.append("- ").append(fact).append('\n'));
    page.append("\nA statement inside a transaction; what it allocates.\n\n").append(table);
    Files.writeString(folder.resolve(Results.name() + "-plugins.md"), page);
    System.out.print(page);
  }

  private RunResult measured(String work, Follower follower) throws RunnerException {
    return new Runner(
            micro.options("Followed." + work, false).param("follower", follower.name()).build())
        .runSingle();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
