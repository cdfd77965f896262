package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.benchmarks.Micro;
import dev.dbrazor.benchmarks.report.Amount;
import dev.dbrazor.benchmarks.report.Markdown;
import dev.dbrazor.benchmarks.store.Peer;
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

  static String section(Micro micro, List<Peer> ours) throws RunnerException {
    List<Peer> peers = new ArrayList<>(List.of(Peer.JDBC));
    peers.addAll(ours);
    List<String> head = new ArrayList<>(List.of("reading threads"));
    for (Peer peer : peers) {
      head.add(peer.title() + ", reads a second");
      head.add("commits a second");
    }
    Markdown table = new Markdown().head(head);
    for (int readers : READERS) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(readers)));
      for (Peer peer : peers) {
        RunResult result = run(micro, peer, readers, 1);
        row.add(Amount.count(result.getSecondaryResults().get("reads").getScore()));
        row.add(Amount.count(result.getSecondaryResults().get("writes").getScore()));
      }
      table.row(row);
    }
    return "## Threads\n\nReads by key, each on its own, beside one thread that updates by key and"
        + " commits each change, flushed to the disk. JDBC by hand has a connection for each thread."
        + " This machine has "
        + Runtime.getRuntime().availableProcessors()
        + " cores: the more threads read without a pause, the longer the one that writes waits for a"
        + " core after each flush.\n\n"
        + table;
  }

  static String writers(Micro micro, List<Peer> ours) throws RunnerException {
    List<String> head = new ArrayList<>(List.of("writing threads"));
    ours.forEach(peer -> head.add(peer.title() + ", commits a second"));
    Markdown table = new Markdown().head(head);
    for (int writers : WRITERS) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(writers)));
      for (Peer peer : ours) {
        RunResult result = run(micro, peer, 0, writers);
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

  private static RunResult run(Micro micro, Peer peer, int readers, int writers)
      throws RunnerException {
    return new Runner(
            micro
                .options("Mixed." + Mixed.GROUP, false)
                .param("peer", peer.name())
                .threadGroups(readers, writers)
                .timeUnit(TimeUnit.SECONDS)
                .build())
        .runSingle();
  }
}
