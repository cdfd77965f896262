package dev.dbrazor.benchmarks.schema;

import dev.dbrazor.Database;
import dev.dbrazor.benchmarks.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures what a schema costs, on files of its own: {@code mvn -q -Pschema-costs -DskipTests
 * package}.
 */
public final class SchemaCosts {
  private static final int COLLECTIONS = 50;

  private SchemaCosts() {}

  /** The folder of results, the number of rows, and that of rounds. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    int rows = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    Path work = Files.createTempDirectory("schema-costs");
    try {
      List<String> lines = new ArrayList<>();
      lines.add("# What schemas cost on Java " + Runtime.version().feature());
      lines.add("");
      Opened opened = Opened.measured(work.resolve("many"), COLLECTIONS, rounds * 100);
      Changed changed = Changed.measured(work.resolve("big"), rows, rounds);
      Machine.here().forEach(fact -> lines.add("- " + fact));
      lines.add(text("- medians of %,d openings and of %d migrations", rounds * 100, rounds));
      lines.add("");
      lines.add("| what | measured | goal |");
      lines.add("| --- | ---: | ---: |");
      lines.addAll(opened.lines());
      lines.addAll(changed.lines());
      String name = "jdk-" + Runtime.version().feature() + "-schema.md";
      Files.write(Path.of(args[0], name), lines);
      lines.forEach(System.out::println);
    } finally {
      delete(work);
    }
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Copies a database that nobody has open. */
  static Path copy(Path file, Path to) throws IOException {
    return Files.copy(file, to);
  }

  /** Makes sure that nothing of a database is left. */
  static void remove(Path file) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** The pages in a database's write-ahead log. */
  static long pagesInLog(Database db, Path file) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    long page = db.query("PRAGMA page_size", row -> row.int64(0)).get(0);
    return Files.exists(log) ? Files.size(log) / (page + 24) : 0;
  }
}
