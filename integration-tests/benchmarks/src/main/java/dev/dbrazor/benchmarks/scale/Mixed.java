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
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Threads that read by key beside one that updates by key and commits each. */
@State(Scope.Group)
@BenchmarkMode(Mode.Throughput)
public class Mixed {
  static final String GROUP = "mixed";
  private static final int MOST_READERS = 8;

  @Param("JDBC")
  DriverChoice driver;

  @Param("100000")
  int rows;

  private final AtomicLong walks = new AtomicLong();
  private Path folder;
  private List<Person> people;
  private DbrazorStore store;

  /** Where a thread is in its walk over the keys. */
  @State(Scope.Thread)
  public static class Walk {
    private long turn;

    /** Everybody begins elsewhere. */
    @Setup
    public void begin(Mixed at) {
      turn = at.walks.incrementAndGet() * 1000;
    }
  }

  /** Opens a copy of the file. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("dbrazor-benchmark");
    people = People.first(rows);
    Path file = DataFile.copyTo(folder, rows);
    store =
        new DbrazorStore(
            DatabaseConfig.builder().path(file).driver(driver).readers(MOST_READERS).build());
  }

  /** Closes it and deletes it. */
  @TearDown
  public void close() throws IOException {
    store.close();
    DataFile.delete(folder);
  }

  @Benchmark
  @Group(GROUP)
  public Person reads(Walk at) {
    return store.read(next(at).id());
  }

  @Benchmark
  @Group(GROUP)
  public void writes(Walk at) {
    store.updateEach(List.of(next(at).withScore(at.turn)));
  }

  private Person next(Walk at) {
    return people.get(People.spread(++at.turn, rows));
  }
}
