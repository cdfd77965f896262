package dev.dbrazor.benchmarks;

import dev.dbrazor.benchmarks.report.Measurement;
import dev.dbrazor.benchmarks.start.CProgram;
import dev.dbrazor.benchmarks.start.StartUp;
import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.Peer;
import dev.dbrazor.benchmarks.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the same work by all peers, and by the program in C. */
final class Comparison {
  private final Choice choice;
  private final Path data;
  private final Path programs;
  private final Path engine;

  Comparison(Choice choice, Path data, Path programs, Path engine) {
    this.choice = choice;
    this.data = data;
    this.programs = programs;
    this.engine = engine;
  }

  List<Measurement> run() throws IOException, InterruptedException, RunnerException {
    List<Peer> peers = choice.peers().stream().filter(this::canOpen).toList();
    Micro micro = new Micro(choice.effort(), data);
    List<Measurement> measured = new ArrayList<>();
    for (Work work : choice.works()) {
      if (work.isMicro()) {
        for (Peer peer : peers) {
          measured.add(reported(micro.run(work, peer)));
        }
      }
    }
    Optional<CProgram> program =
        choice.c() ? CProgram.compile(programs, engine, data) : Optional.empty();
    if (program.isPresent()) {
      for (Work work : choice.works()) {
        program.get().run(work, choice.effort()).ifPresent(one -> measured.add(reported(one)));
      }
    }
    if (choice.works().contains(Work.START)) {
      new StartUp(peers, program, choice.effort())
          .run()
          .forEach(one -> measured.add(reported(one)));
    }
    return measured;
  }

  private boolean canOpen(Peer peer) {
    if (!peer.runsHere()) {
      return false;
    }
    try {
      Path folder = Files.createTempDirectory("dbrazor-benchmark");
      try (Store store = peer.open(DataFile.copyTo(folder, 0))) {
        return store.scan().isEmpty();
      } finally {
        DataFile.delete(folder);
      }
    } catch (IOException | SQLException | RuntimeException e) {
      System.out.println(peer.title() + " is not measured: " + e.getMessage());
      return false;
    }
  }

  private static Measurement reported(Measurement one) {
    System.out.printf(
        "%-40s %-24s %,14.0f ns ± %,.0f%n",
        one.work().title(), one.peer(), one.nanoseconds(), one.error());
    return one;
  }
}
