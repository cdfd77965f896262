package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.DriverChoice;
import dev.dbrazor.benchmarks.Effort;
import dev.dbrazor.benchmarks.Micro;
import dev.dbrazor.benchmarks.report.Machine;
import dev.dbrazor.benchmarks.report.Results;
import dev.dbrazor.benchmarks.store.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The run beside the comparison: how DBRazor grows, and what its design gains. */
public final class Scaling {
  private Scaling() {}

  /** Replaces {@code scaling-jdk-N.md}; for the peers of these that are DBRazor's. */
  public static void run(Path folder, Path data, Effort effort, List<Peer> peers)
      throws IOException, InterruptedException, RunnerException {
    List<Peer> ours = peers.stream().filter(Peer::isOurs).toList();
    List<DriverChoice> drivers =
        ours.stream()
            .map(peer -> peer == Peer.DBRAZOR_JDBC ? DriverChoice.JDBC : DriverChoice.NATIVE)
            .toList();
    Micro micro = new Micro(effort, data);
    StringBuilder text = new StringBuilder();
    text.append("# How DBRazor grows, Java ").append(Runtime.version().feature()).append("\n\n");
    Machine.here().forEach(fact -> text.append("- ").append(fact).append('\n'));
    for (String section :
        List.of(
            RowsScale.section(effort, data, ours),
            MixedScale.section(micro, drivers),
            Gains.section(micro, drivers),
            BulkLoad.section(effort, drivers),
            CompileTime.section())) {
      text.append('\n').append(section);
    }
    Files.writeString(folder.resolve("scaling-" + Results.name() + ".md"), text.toString());
  }
}
