package dev.dbrazor.benchmarks.report;

import dev.dbrazor.benchmarks.Work;
import dev.dbrazor.benchmarks.store.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as Markdown: speeds, times, bytes, and where DBRazor is not ahead. */
public final class Table {
  private static final String ABSENT = "–";

  private final Results results;
  private final StringBuilder text = new StringBuilder();

  private Table(Results results) {
    this.results = results;
  }

  /** Replaces {@code jdk-N.md}. */
  public static void write(Path folder, Results results) throws IOException {
    Files.writeString(folder.resolve(Results.name() + ".md"), new Table(results).whole());
  }

  private String whole() {
    text.append("# DBRazor beside its peers, Java ")
        .append(Runtime.version().feature())
        .append("\n\n");
    results.facts().forEach(fact -> text.append("- ").append(fact).append('\n'));
    text.append("\n![speed beside hand-written JDBC](")
        .append(Results.name())
        .append(
            ".svg)\n\n## Speed\n\nHand-written JDBC with kept statements is 1; above 1 is faster.")
        .append(" The goal is that of ")
        .append(Goals.whose().title())
        .append(
            ".\n\nA file of people with eight columns and an index, in WAL mode,"
                + " synchronous FULL, a cache of 8 MB; a copy for each. The others get one open"
                + " connection, so that no pool is measured; their row mappers are written by hand"
                + " where they let one. C does the same work on the engine of the driver NATIVE."
                + " Updates and upserts change a number that no index holds: DBRazor leaves the"
                + " index alone, the SQL of the others sets all columns, for which SQLite writes"
                + " the index again.\n\n");
    table(this::speed, "goal", Goals::of);
    text.append("\n## Times\n\nMean of one unit, and half of its 99.9 % confidence interval.\n\n");
    table(this::time, "unit", Work::unit);
    text.append("\n## Bytes allocated on the Java heap\n\nPer unit.\n\n");
    table(this::bytes, "unit", Work::unit);
    text.append("\n## Where a peer is not behind\n\n");
    text.append(notBehind());
    return text.toString();
  }

  private interface Cell {
    String of(Work work, String peer);
  }

  private void table(Cell cell, String last, Function<Work, String> lastCell) {
    List<String> peers = results.peers();
    Markdown table = new Markdown();
    table.head(cells("work", peers.stream(), last));
    for (Work work : Work.values()) {
      table.row(
          cells(
              work.title(), peers.stream().map(peer -> cell.of(work, peer)), lastCell.apply(work)));
    }
    text.append(table);
  }

  private static List<String> cells(String first, Stream<String> middle, String last) {
    return Stream.of(Stream.of(first), middle, Stream.of(last))
        .flatMap(Function.identity())
        .toList();
  }

  private String speed(Work work, String peer) {
    String speed = results.speed(work, peer).map(Amount::ratio).orElse(ABSENT);
    return isOurs(peer) && !speed.equals(ABSENT) ? "**" + speed + "**" : speed;
  }

  private String time(Work work, String peer) {
    return results
        .get(work, peer)
        .map(one -> Amount.time(one.nanoseconds(), one.error()))
        .orElse(ABSENT);
  }

  private String bytes(Work work, String peer) {
    return results
        .get(work, peer)
        .filter(one -> !Double.isNaN(one.bytes()))
        .map(one -> Amount.count(one.bytes()))
        .orElse(ABSENT);
  }

  private static boolean isOurs(String peer) {
    return Stream.of(Peer.values()).anyMatch(one -> one.isOurs() && one.title().equals(peer));
  }

  /** C is no peer: it is the limit. */
  private String notBehind() {
    String lines =
        results.peers().stream()
            .filter(Table::isOurs)
            .flatMap(ours -> Stream.of(Work.values()).flatMap(work -> notBehind(work, ours)))
            .collect(Collectors.joining());
    return lines.isEmpty() ? "Nowhere.\n" : lines;
  }

  private Stream<String> notBehind(Work work, String ours) {
    double speed = results.speed(work, ours).orElse(Double.MAX_VALUE);
    String ahead =
        results.peers().stream()
            .filter(peer -> !isOurs(peer) && !peer.equals("C"))
            .filter(peer -> results.speed(work, peer).orElse(0.0) >= speed)
            .map(peer -> peer + " " + speed(work, peer))
            .collect(Collectors.joining(", "));
    return ahead.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "- "
                + work.title()
                + ": "
                + ours
                + " "
                + Amount.ratio(speed)
                + "; "
                + ahead
                + ". "
                + work.note()
                + "\n");
  }
}
