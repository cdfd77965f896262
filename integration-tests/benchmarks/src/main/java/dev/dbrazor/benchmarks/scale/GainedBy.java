package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DriverChoice;
import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.DbrazorStore;
import dev.dbrazor.benchmarks.store.People;
import dev.dbrazor.benchmarks.store.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Single operations on either driver, with and without the cache of statements. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class GainedBy {
  @Param("JDBC")
  DriverChoice driver;

  @Param("256")
  int statements;

  @Param("100000")
  int rows;

  private Path folder;
  private List<Person> people;
  private DbrazorStore store;
  private long turn;

  /** Opens a copy of the file. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("dbrazor-benchmark");
    people = People.first(rows);
    store =
        new DbrazorStore(
            DatabaseConfig.builder()
                .path(DataFile.copyTo(folder, rows))
                .driver(driver)
                .statementCacheSize(statements)
                .build());
  }

  /** Closes it and deletes it. */
  @TearDown
  public void close() throws IOException {
    store.close();
    DataFile.delete(folder);
  }

  @Benchmark
  public Person read() {
    return store.read(people.get(People.spread(++turn, rows)).id());
  }

  /** Takes a reading connection and gives it back. */
  @Benchmark
  public boolean acquire() {
    return store.database().sessions().read(connection -> true);
  }

  /** The same with the writing one. */
  @Benchmark
  public boolean acquireWriter() {
    return store.database().sessions().write(connection -> true);
  }
}
