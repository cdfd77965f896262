package dev.dbrazor.benchmarks;

import dev.dbrazor.benchmarks.report.Measurement;
import dev.dbrazor.benchmarks.start.CProgram;
import dev.dbrazor.benchmarks.start.StartUp;
import dev.dbrazor.benchmarks.store.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the same work by all peers, and by the program in C. */
final class Comparison {
  private final Choice choice;
  private final List<Peer> peers;
  private final Path data;
  private final Path programs;
  private final Path engine;

  Comparison(Choice choice, List<Peer> peers, Path data, Path programs, Path engine) {
    this.choice = choice;
    this.peers = peers;
    this.data = data;
    this.programs = programs;
    this.engine = engine;
  }

  List<Measurement> run() throws IOException, InterruptedException, RunnerException {
    List<Measurement> measured = new ArrayList<>();
    micro(measured);
    Optional<CProgram> program =
        choice.c() ? CProgram.compile(programs, engine, data) : Optional.empty();
    if (program.isPresent()) {
      for (Work work : choice.works()) {
        program.get().run(work, choice.effort()).ifPresent(one -> report(one, measured));
      }
    }
    if (choice.works().contains(Work.START)) {
      new StartUp(peers, program, choice.effort()).run().forEach(one -> report(one, measured));
    }
    return measured;
  }

  private void micro(List<Measurement> measured) throws RunnerException {
    Micro micro = new Micro(choice.effort(), data);
    for (Work work : choice.works()) {
      if (work.isMicro()) {
        for (Peer peer : peers) {
          report(micro.run(work, peer), measured);
        }
      }
    }
  }

  private static void report(Measurement one, List<Measurement> measured) {
    System.out.printf(
        "%-40s %-24s %,14.0f ns ± %,.0f%n",
        one.work().title(), one.peer(), one.nanoseconds(), one.error());
    measured.add(one);
  }
}
