package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.benchmarks.Effort;
import dev.dbrazor.benchmarks.Micro;
import dev.dbrazor.benchmarks.Work;
import dev.dbrazor.benchmarks.report.Amount;
import dev.dbrazor.benchmarks.report.Markdown;
import dev.dbrazor.benchmarks.report.Measurement;
import dev.dbrazor.benchmarks.store.Peer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** What one row costs in small and in large files. */
final class RowsScale {
  private static final int TIMES = 10;
  private static final List<Work> WORKS =
      List.of(Work.INSERT, Work.READ_EACH, Work.PAGE, Work.SCAN);

  private RowsScale() {}

  static String section(Effort effort, Path data, List<Peer> peers) throws RunnerException {
    List<Integer> sizes = List.of(effort.rows() / TIMES, effort.rows(), TIMES * effort.rows());
    List<String> head = new ArrayList<>(List.of("work"));
    for (int rows : sizes) {
      head.add(Amount.count(rows) + " rows");
    }
    Markdown table = new Markdown().head(head);
    for (Work work : WORKS) {
      for (Peer peer : peers) {
        List<String> row = new ArrayList<>(List.of(work.title() + ": " + peer.title()));
        for (int rows : sizes) {
          Measurement one = new Micro(effort.withRows(rows), data).run(work, peer);
          row.add(Amount.time(one.nanoseconds(), one.error()));
        }
        table.row(row);
      }
    }
    return "## Rows\n\nThe time of one row, read or query in files of different sizes.\n\n" + table;
  }
}
