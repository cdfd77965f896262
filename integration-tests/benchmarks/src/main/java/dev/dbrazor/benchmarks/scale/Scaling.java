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
    List<Peer> ours = ours(peers);
    List<DriverChoice> drivers = drivers(ours);
    Micro micro = new Micro(effort, data);
    write(
        folder.resolve("scaling-" + Results.name() + ".md"),
        "How DBRazor grows",
        RowsScale.section(effort, data, ours),
        MixedScale.section(micro, ours),
        BulkLoad.section(effort, drivers),
        CompileTime.section());
  }

  /** Connections, statements and writing threads; replaces {@code jdk-N-pool.md}. */
  public static void pool(Path folder, Path data, Effort effort, List<Peer> peers)
      throws IOException, RunnerException {
    List<Peer> ours = ours(peers);
    List<DriverChoice> drivers = drivers(ours);
    Micro micro = new Micro(effort, data);
    write(
        folder.resolve(Results.name() + "-pool.md"),
        "Connections, statements, writing threads",
        Gains.section(micro, drivers),
        MixedScale.writers(micro, ours));
  }

  private static List<Peer> ours(List<Peer> peers) {
    return peers.stream().filter(Peer::isOurs).toList();
  }

  private static List<DriverChoice> drivers(List<Peer> ours) {
    return ours.stream().map(Peer::driver).toList();
  }

  private static void write(Path file, String title, String... sections) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(title).append(", Java ").append(Runtime.version().feature());
    text.append("\n\n");
    Machine.here().forEach(fact -> text.append("- ").append(fact).append('\n'));
    for (String section : sections) {
      text.append('\n').append(section);
    }
    Files.writeString(file, text.toString());
  }
}
