package dev.dbrazor.benchmarks.start;

import dev.dbrazor.benchmarks.Effort;
import dev.dbrazor.benchmarks.Work;
import dev.dbrazor.benchmarks.report.Measurement;
import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the start of a process to its first row, everybody in turn. */
public final class StartUp {
  private static final int ROWS = 1000;

  private final Map<String, Child> programs = new LinkedHashMap<>();
  private final Map<String, List<Double>> samples = new LinkedHashMap<>();
  private final List<Peer> peers;
  private final Optional<CProgram> c;
  private final int rounds;

  public StartUp(List<Peer> peers, Optional<CProgram> c, Effort effort) {
    this.peers = peers;
    this.c = c;
    this.rounds = effort.starts();
  }

  public List<Measurement> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dbrazor-benchmark");
    Path file = DataFile.copyTo(folder, ROWS);
    for (Peer peer : peers) {
      programs.put(
          peer.title(), Child.jvm(jar -> isForeign(jar, peer), FirstRow.class, peer.name(), file));
    }
    c.ifPresent(program -> programs.put(CProgram.TITLE, program.firstRow(file)));
    round(); // fills the caches of the system
    samples.clear();
    for (int round = 0; round < rounds; round++) {
      round();
    }
    DataFile.delete(folder);
    List<Measurement> measured = new ArrayList<>();
    samples.forEach((peer, times) -> measured.add(Samples.measurement(Work.START, peer, times)));
    return measured;
  }

  /** What other peers bring and sqlite-jdbc would use: it starts faster without. */
  private static boolean isForeign(String jar, Peer peer) {
    return jar.contains("slf4j") && peer != Peer.JDBI;
  }

  private void round() throws IOException, InterruptedException {
    for (Map.Entry<String, Child> program : programs.entrySet()) {
      samples
          .computeIfAbsent(program.getKey(), peer -> new ArrayList<>())
          .add(program.getValue().nanosecondsToFirstLine());
    }
  }
}
