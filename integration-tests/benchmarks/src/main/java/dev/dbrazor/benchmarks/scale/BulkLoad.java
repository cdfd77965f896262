package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.DriverChoice;
import dev.dbrazor.benchmarks.Effort;
import dev.dbrazor.benchmarks.report.Amount;
import dev.dbrazor.benchmarks.report.Markdown;
import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.DbrazorStore;
import dev.dbrazor.benchmarks.store.People;
import dev.dbrazor.benchmarks.store.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A bulk load in many transactions: how long the engine's checkpoints keep single ones waiting. */
final class BulkLoad {
  private static final int TIMES = 10;
  private static final int ROWS_A_TRANSACTION = 1000;

  private BulkLoad() {}

  static String section(Effort effort, List<DriverChoice> drivers) throws IOException {
    Markdown table =
        new Markdown()
            .head(
                List.of(
                    "driver", "a row", "transaction, median", "99 %", "longest", "largest log"));
    List<Person> people = People.first(TIMES * effort.rows());
    for (DriverChoice driver : drivers) {
      table.row(load(driver, people));
    }
    return "## A bulk load\n\n"
        + Amount.count(people.size())
        + " rows, a thousand a transaction, each flushed to the disk;"
        + " the engine copies its log into the file every 1,000 pages.\n\n"
        + table;
  }

  private static List<String> load(DriverChoice driver, List<Person> people) throws IOException {
    Path folder = Files.createTempDirectory("dbrazor-benchmark");
    Path file = DataFile.copyTo(folder, 0);
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    double[] times = new double[people.size() / ROWS_A_TRANSACTION];
    long largest = 0;
    try (DbrazorStore store = new DbrazorStore(file, driver)) {
      for (int index = 0; index < times.length; index++) {
        int from = index * ROWS_A_TRANSACTION;
        long start = System.nanoTime();
        store.insertAll(people.subList(from, from + ROWS_A_TRANSACTION));
        times[index] = System.nanoTime() - start;
        largest = Math.max(largest, Files.size(log));
      }
    }
    DataFile.delete(folder);
    double sum = Arrays.stream(times).sum();
    Arrays.sort(times);
    return List.of(
        driver.name(),
        Amount.time(sum / people.size()),
        Amount.time(times[times.length / 2]),
        Amount.time(times[times.length * 99 / 100]),
        Amount.time(times[times.length - 1]),
        Amount.count(largest / 1024.0) + " KiB");
  }
}
