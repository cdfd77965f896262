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
  private final Micro micro;
  private final Optional<CProgram> program;

  /** The folders: for data, of the program in C, of the engine it is for. */
  Comparison(Choice choice, List<Peer> peers, Path data, Path programs, Path engine)
      throws IOException, InterruptedException {
    this.choice = choice;
    this.peers = peers;
    micro = new Micro(choice.effort(), data);
    program = choice.c() ? CProgram.compile(programs, engine, data) : Optional.empty();
  }

  List<Measurement> run(Work work) throws IOException, InterruptedException, RunnerException {
    List<Measurement> measured = new ArrayList<>();
    if (work == Work.START) {
      new StartUp(peers, program, choice.effort()).run().forEach(one -> report(one, measured));
      return measured;
    }
    for (Peer peer : peers) {
      report(micro.run(work, peer), measured);
    }
    if (program.isPresent()) {
      program.get().run(work, choice.effort()).ifPresent(one -> report(one, measured));
    }
    return measured;
  }

  private static void report(Measurement one, List<Measurement> measured) {
    System.out.printf(
        "%-40s %-24s %,14.0f ns ± %,.0f%n",
        one.work().title(), one.peer(), one.nanoseconds(), one.error());
    measured.add(one);
  }
}
