package dev.dbrazor.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.benchmarks.Work;
import dev.dbrazor.benchmarks.store.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written about numbers says what the numbers say. */
class ReportTest {
  @TempDir Path folder;

  @Test
  void resultsKeepWhatIsNotMeasuredAgain() throws Exception {
    with(one(Work.SCAN, Peer.JDBC, 100), one(Work.READ, Peer.JDBC, 5000)).write();
    with(one(Work.SCAN, Peer.JDBC, 200)).write();
    Results results = Results.read(folder);
    assertEquals(200, results.get(Work.SCAN, Peer.JDBC.title()).orElseThrow().nanoseconds());
    assertEquals(5000, results.get(Work.READ, Peer.JDBC.title()).orElseThrow().nanoseconds());
    assertEquals(List.of("a machine"), results.facts());
  }

  @Test
  void speedIsThatOfJdbcDividedByTheTime() throws Exception {
    Results results = with(one(Work.SCAN, Peer.JDBC, 100), one(Work.SCAN, Peer.DBRAZOR_JDBC, 50));
    assertEquals(2.0, results.speed(Work.SCAN, Peer.DBRAZOR_JDBC.title()).orElseThrow());
  }

  @Test
  void tableNamesPeersThatAreNotBehind() throws Exception {
    Results results =
        with(
            one(Work.SCAN, Peer.JDBC, 100),
            one(Work.SCAN, Peer.DBRAZOR_JDBC, 50),
            one(Work.SCAN, Peer.JOOQ, 51),
            one(Work.SCAN, Peer.JDBI, 40));
    Table.write(folder, results);
    String table = Files.readString(folder.resolve(Results.name() + ".md"));
    String notBehind = table.substring(table.indexOf("## Where a peer is not behind"));
    assertTrue(notBehind.contains("DBRazor, JDBC 2.00; Jdbi 2.50"), notBehind);
    assertTrue(!notBehind.contains("jOOQ"), notBehind);
  }

  @Test
  void plotIsXmlWithAMarkForEveryPeer() throws Exception {
    Measurement[] all =
        Stream.of(Peer.values()).map(peer -> one(Work.SCAN, peer, 100)).toArray(Measurement[]::new);
    Plot.write(folder, with(all));
    Path file = folder.resolve(Results.name() + ".svg");
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    int marks =
        Stream.of("circle", "rect", "path")
            .mapToInt(shape -> document.getElementsByTagName(shape).getLength())
            .sum();
    int others = Peer.values().length - 1; // JDBC is the line at 1
    assertEquals(2 * others + 1, marks, "one in the legend, one in its line, and the page");
  }

  private Results with(Measurement... measured) throws Exception {
    return Results.read(folder).with(List.of(measured), List.of("a machine"));
  }

  private static Measurement one(Work work, Peer peer, double nanoseconds) {
    return new Measurement(work, peer.title(), nanoseconds, 1, 100);
  }
}
