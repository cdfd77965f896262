package dev.dbrazor.benchmarks.work;

import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.Peer;
import dev.dbrazor.benchmarks.store.People;
import dev.dbrazor.benchmarks.store.Person;
import dev.dbrazor.benchmarks.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One peer's store over a file full of people. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public abstract class Filled {
  /** Keys of one transaction. */
  static final int KEYS = 1000;

  @Param("JDBC")
  Peer peer;

  @Param("100000")
  int rows;

  private final long[] ids = new long[KEYS];
  private Path folder;
  private List<Person> people;
  private long turn;
  Store store;

  /** Opens a copy of the file. */
  @Setup(Level.Trial)
  public final void open() throws IOException, SQLException {
    folder = Files.createTempDirectory("dbrazor-benchmark");
    people = People.first(rows);
    store = peer.open(DataFile.copyTo(folder, rows));
  }

  /** Checks what the store answers by now, closes it and deletes its file. */
  @TearDown(Level.Trial)
  public final void close() throws IOException, SQLException {
    check(store, people);
    store.close();
    DataFile.delete(folder);
  }

  abstract void check(Store at, List<Person> expected) throws SQLException;

  /** Another key each time. */
  final long nextId() {
    return people.get(People.spread(++turn, rows)).id();
  }

  /** Other keys each time, in an array that is used again. */
  final long[] nextIds() {
    for (int key = 0; key < KEYS; key++) {
      ids[key] = nextId();
    }
    return ids;
  }

  final int nextAge() {
    return (int) (++turn % People.AGES);
  }

  /** Other people each time; they differ from those stored. */
  final Person[] nextChanged() {
    Person[] changed = new Person[KEYS];
    for (int key = 0; key < KEYS; key++) {
      changed[key] = people.get(People.spread(++turn, rows)).withScore(turn);
    }
    return changed;
  }
}
