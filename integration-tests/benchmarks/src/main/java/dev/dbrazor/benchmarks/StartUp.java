package dev.dbrazor.benchmarks;

import static dev.dbrazor.benchmarks.Comparison.median;

import dev.dbrazor.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of a process to its first row, in turn for both sides. */
final class StartUp {
  private static final int RUNS = 15;

  private StartUp() {}

  static Comparison run() throws IOException, InterruptedException {
    System.out.println("start-up");
    Path folder = Files.createTempDirectory("dbrazor-benchmark");
    Path file = folder.resolve("people.db");
    try (Database db = Database.open(file)) {
      new PersonDao(db).insertAll(People.all().subList(0, 1000));
    }
    List<Double> dbrazor = new ArrayList<>();
    List<Double> jdbc = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      jdbc.add(new ChildJvm(FirstRowJdbc.class, file).millisecondsToFirstLine());
      dbrazor.add(new ChildJvm(FirstRowDbrazor.class, file).millisecondsToFirstLine());
    }
    FilledTables.delete(folder);
    return new Comparison(
        "start of a process to its first row",
        "ms",
        "JDBC",
        "< 2 × the time",
        median(dbrazor),
        median(jdbc));
  }
}
