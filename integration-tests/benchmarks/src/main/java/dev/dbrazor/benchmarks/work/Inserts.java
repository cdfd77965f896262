package dev.dbrazor.benchmarks.work;

import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.Peer;
import dev.dbrazor.benchmarks.store.People;
import dev.dbrazor.benchmarks.store.Person;
import dev.dbrazor.benchmarks.store.Store;
import dev.dbrazor.benchmarks.store.StoreCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** All people into an empty table in one transaction; each iteration does it once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class Inserts {
  @Param("JDBC")
  Peer peer;

  @Param("100000")
  int rows;

  private List<Person> people;
  private @Nullable Path folder;
  private @Nullable Store store;

  /** Makes the data. */
  @Setup(Level.Trial)
  public void prepare() {
    people = People.first(rows);
  }

  /** Opens a new file with empty tables. */
  @Setup(Level.Iteration)
  public void open() throws IOException, SQLException {
    close();
    folder = Files.createTempDirectory("dbrazor-benchmark");
    store = peer.open(DataFile.copyTo(folder, 0));
  }

  /** Checks what was stored last: a check after each iteration would be in its allocations. */
  @TearDown(Level.Trial)
  public void check() throws IOException, SQLException {
    new StoreCheck(Objects.requireNonNull(store), people).scan();
    close();
  }

  private void close() throws IOException, SQLException {
    if (store != null && folder != null) {
      store.close();
      DataFile.delete(folder);
    }
  }

  @Benchmark
  public void insertAll() throws SQLException {
    store.insertAll(people);
  }
}
