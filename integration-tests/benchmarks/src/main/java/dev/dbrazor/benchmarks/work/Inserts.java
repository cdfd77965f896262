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
  private Path folder;
  private Store store;

  /** Opens a new file with empty tables. */
  @Setup(Level.Iteration)
  public void open() throws IOException, SQLException {
    if (people == null) {
      people = People.first(rows);
    }
    folder = Files.createTempDirectory("dbrazor-benchmark");
    store = peer.open(DataFile.copyTo(folder, 0));
  }

  /** Checks what was stored, closes the file and deletes it. */
  @TearDown(Level.Iteration)
  public void close() throws IOException, SQLException {
    new StoreCheck(store, people).scan();
    store.close();
    DataFile.delete(folder);
  }

  @Benchmark
  public void insertAll() throws SQLException {
    store.insertAll(people);
  }
}
