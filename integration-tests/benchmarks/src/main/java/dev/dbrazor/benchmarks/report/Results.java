package dev.dbrazor.benchmarks.report;

import dev.dbrazor.benchmarks.Work;
import dev.dbrazor.benchmarks.store.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All numbers of one Java version, kept in a file beside the tables: {@code jdk-N.tsv}. */
public final class Results {
  private static final String COMMENT = "# ";
  private static final String TAB = "\t";

  private final Path file;
  private final List<String> facts;
  private final Map<String, Measurement> measured;

  private Results(Path file, List<String> facts, Map<String, Measurement> measured) {
    this.file = file;
    this.facts = facts;
    this.measured = measured;
  }

  /** What the folder has for the Java that runs this; nothing in a new folder. */
  public static Results read(Path folder) throws IOException {
    Path file = folder.resolve(name() + ".tsv");
    Results results = new Results(file, new ArrayList<>(), new LinkedHashMap<>());
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        results.parse(line);
      }
    }
    return results;
  }

  /** {@code jdk-N}: how files of this Java's results begin. */
  public static String name() {
    return "jdk-" + Runtime.version().feature();
  }

  private void parse(String line) {
    if (line.startsWith(COMMENT)) {
      facts.add(line.substring(COMMENT.length()));
      return;
    }
    String[] cells = line.split(TAB);
    put(
        new Measurement(
            Work.valueOf(cells[0]),
            cells[1],
            Double.parseDouble(cells[2]),
            Double.parseDouble(cells[3]),
            Double.parseDouble(cells[4])));
  }

  private void put(Measurement one) {
    measured.put(key(one.work(), one.peer()), one);
  }

  private static String key(Work work, String peer) {
    return work + TAB + peer;
  }

  /** These, where they were measured again, and what was there before. */
  public Results with(List<Measurement> newer, List<String> newFacts) {
    Results both = new Results(file, newFacts, new LinkedHashMap<>(measured));
    newer.forEach(both::put);
    return both;
  }

  /** Replaces the file. */
  public void write() throws IOException {
    List<String> lines = new ArrayList<>();
    facts.forEach(fact -> lines.add(COMMENT + fact));
    for (Work work : Work.values()) {
      for (String peer : peers()) {
        get(work, peer).ifPresent(one -> lines.add(line(one)));
      }
    }
    Files.write(file, lines);
  }

  private static String line(Measurement one) {
    return String.join(
        TAB,
        one.work().name(),
        one.peer(),
        number(one.nanoseconds()),
        number(one.error()),
        number(one.bytes()));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "NaN" : String.format(Locale.ROOT, "%.2f", value);
  }

  /** When, on what, and with which versions. */
  public List<String> facts() {
    return facts;
  }

  /** Titles of those who were measured: C, ours, JDBC, the others. */
  public List<String> peers() {
    Set<String> known = new LinkedHashSet<>();
    measured.values().forEach(one -> known.add(one.peer()));
    List<String> order =
        Stream.concat(
                Stream.of("C", Peer.DBRAZOR_NATIVE.title(), Peer.DBRAZOR_JDBC.title()),
                Stream.of(Peer.values()).map(Peer::title))
            .distinct()
            .toList();
    return order.stream().filter(known::contains).toList();
  }

  public Optional<Measurement> get(Work work, String peer) {
    return Optional.ofNullable(measured.get(key(work, peer)));
  }

  /** How many times as fast as hand-written JDBC. */
  public Optional<Double> speed(Work work, String peer) {
    return get(work, Peer.JDBC.title())
        .flatMap(jdbc -> get(work, peer).map(one -> one.speedBeside(jdbc)));
  }
}
