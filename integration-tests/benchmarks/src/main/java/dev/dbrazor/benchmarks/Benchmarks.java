package dev.dbrazor.benchmarks;

import dev.dbrazor.benchmarks.plugins.FollowCosts;
import dev.dbrazor.benchmarks.queries.QueryCosts;
import dev.dbrazor.benchmarks.report.Machine;
import dev.dbrazor.benchmarks.report.Plot;
import dev.dbrazor.benchmarks.report.Results;
import dev.dbrazor.benchmarks.report.Table;
import dev.dbrazor.benchmarks.scale.Scaling;
import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures everything and writes tables and a plot for the Java it runs on. Results of earlier runs
 * with this Java stay where they are not measured again, so that a long run can be made in parts.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Arguments: the folder for the results, the folder of the C program, that of the engine. */
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Choice choice = Choice.wanted();
    Path data = Files.createTempDirectory("dbrazor-benchmarks");
    try {
      System.setProperty(DataFile.FOLDER, data.toString());
      List<Peer> peers = choice.peersHere();
      if (choice.parts().contains(Choice.Part.PEERS)) {
        Comparison comparison =
            new Comparison(choice, peers, data, Path.of(args[1]), Path.of(args[2]));
        for (Work work : choice.works()) {
          Results results = Results.read(folder).with(comparison.run(work), Machine.here());
          results.write();
          Table.write(folder, results);
          Plot.write(folder, results);
        }
      }
      if (choice.parts().contains(Choice.Part.SCALING)) {
        Scaling.run(folder, data, choice.effort().brief(), peers);
      }
      if (choice.parts().contains(Choice.Part.POOL)) {
        Scaling.pool(folder, data, choice.effort().brief(), peers);
      }
      if (choice.parts().contains(Choice.Part.QUERIES)) {
        new QueryCosts(choice.effort().brief(), data).write(folder);
      }
      if (choice.parts().contains(Choice.Part.PLUGINS)) {
        new FollowCosts(choice.effort(), data).write(folder);
      }
    } finally {
      DataFile.delete(data);
    }
  }
}
