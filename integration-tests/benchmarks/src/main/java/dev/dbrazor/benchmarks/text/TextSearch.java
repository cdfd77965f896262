package dev.dbrazor.benchmarks.text;

import dev.dbrazor.Database;
import dev.dbrazor.benchmarks.report.Machine;
import dev.dbrazor.query.Fts;
import dev.dbrazor.query.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures searches for two words beside the same by JDBC, on one file, in turns: {@code mvn -q
 * -Ptext-search -DskipTests package}.
 */
public final class TextSearch {
  private static final int K = 10;
  private static final long WARM_UP_SECONDS = 10;
  private static final List<String> QUERIES =
      List.of(
          "large animal",
          "person who",
          "small tree",
          "make sound",
          "old city",
          "move quickly",
          "music instrument",
          "light color",
          "genus family",
          "united states");

  private final DocumentDao documents;
  private final JdbcSearch jdbc;

  private TextSearch(DocumentDao documents, JdbcSearch jdbc) {
    this.documents = documents;
    this.jdbc = jdbc;
  }

  /** The folder of results, the number of documents, and that of rounds. */
  public static void main(String[] args) throws IOException, SQLException {
    int count = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    Path folder = Files.createTempDirectory("documents");
    Path file = folder.resolve("documents.db");
    try {
      Documents.write(file, count);
      List<String> lines;
      try (Database db = Database.open(file);
          JdbcSearch jdbc = new JdbcSearch(file)) {
        lines = new TextSearch(new DocumentDao(db), jdbc).measured(db, count, rounds);
      }
      String name = "jdk-" + Runtime.version().feature() + "-text-search.md";
      Files.write(Path.of(args[0], name), lines);
      lines.forEach(System.out::println);
    } finally {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve("documents.db" + suffix));
      }
      Files.delete(folder);
    }
  }

  private List<String> measured(Database db, int count, int rounds) throws SQLException {
    List<String> lines = new ArrayList<>();
    lines.add("# Full-text search on Java " + Runtime.version().feature());
    lines.add("");
    lines.add("- driver " + db.driver().name());
    Machine.here().forEach(fact -> lines.add("- " + fact));
    lines.add(
        text(
            "- %,d documents of some 80 words; the %d best matches; median of %d rounds, after %d"
                + " seconds of all queries in turns",
            count, K, rounds, WARM_UP_SECONDS));
    lines.add("");
    lines.add("| query | matches | DBRazor | JDBC | ratio |");
    lines.add("| --- | ---: | ---: | ---: | ---: |");
    warmUp();
    double ours = 0;
    double theirs = 0;
    for (String query : QUERIES) {
      require(query);
      double[] times = times(query, rounds);
      lines.add(row(query, times));
      ours += times[0];
      theirs += times[1];
    }
    lines.add(
        text(
            "| all together | | %.2f ms | %.2f ms | %.2f |",
            ours / 1e6, theirs / 1e6, ours / theirs));
    return lines;
  }

  /** Both compiled by the JVM, and the file in memory. */
  private void warmUp() throws SQLException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
    while (System.nanoTime() < end) {
      for (String query : QUERIES) {
        documents.search(query, K);
        jdbc.search(query, K);
      }
    }
  }

  private String row(String query, double[] times) {
    long matches = documents.query().search(Fts.words(query)).count();
    return text(
        "| %s | %,d | %.2f ms | %.2f ms | %.2f |",
        query, matches, times[0] / 1e6, times[1] / 1e6, times[0] / times[1]);
  }

  /** Both must find the same. */
  private void require(String query) throws SQLException {
    List<Double> ours = documents.search(query, K).stream().map(Match::distance).toList();
    List<Double> theirs = jdbc.search(query, K).stream().map(JdbcSearch.Hit::rank).toList();
    if (!ours.equals(theirs)) {
      throw new IllegalStateException(query + ": " + ours + " is not " + theirs);
    }
  }

  private double[] times(String query, int rounds) throws SQLException {
    double[] ours = new double[rounds];
    double[] theirs = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long begin = System.nanoTime();
      documents.search(query, K);
      long middle = System.nanoTime();
      jdbc.search(query, K);
      long end = System.nanoTime();
      ours[i] = middle - begin;
      theirs[i] = end - middle;
    }
    Arrays.sort(ours);
    Arrays.sort(theirs);
    return new double[] {ours[rounds / 2], theirs[rounds / 2]};
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
