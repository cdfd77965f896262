package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.DbrazorStore;
import dev.dbrazor.benchmarks.store.Peer;
import dev.dbrazor.benchmarks.store.People;
import dev.dbrazor.benchmarks.store.Person;
import dev.dbrazor.benchmarks.store.PersonView;
import dev.dbrazor.benchmarks.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Threads that read by key beside one that updates by key and commits each. They share DBRazor's
 * database; others get a connection for each thread.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.Throughput)
public class Mixed {
  static final String GROUP = "mixed";
  private static final int MOST_READERS = 8;

  @Param("DBRAZOR_JDBC")
  Peer peer;

  @Param("100000")
  int rows;

  private final AtomicLong walks = new AtomicLong();
  private Path folder;
  private List<Person> people;
  private Path file;
  private @Nullable Store shared;

  /** Where a thread is in its walk over the keys. */
  @State(Scope.Thread)
  public static class Walk {
    private long turn;
    private Store store;

    /** Everybody begins elsewhere. */
    @Setup
    public void begin(Mixed at) throws SQLException {
      turn = at.walks.incrementAndGet() * 1000;
      Store common = at.shared;
      store = common == null ? at.peer.open(at.file) : common;
    }

    /** Closes what it has for itself. */
    @TearDown
    public void end(Mixed at) throws SQLException {
      if (at.shared == null) {
        store.close();
      }
    }
  }

  /** Opens a copy of the file. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("dbrazor-benchmark");
    people = People.first(rows);
    file = DataFile.copyTo(folder, rows);
    if (peer.isOurs()) {
      shared =
          new DbrazorStore(
              DatabaseConfig.builder()
                  .path(file)
                  .driver(peer.driver())
                  .readers(MOST_READERS)
                  .build());
    }
  }

  /** Closes it and deletes it. */
  @TearDown
  public void close() throws IOException, SQLException {
    if (shared != null) {
      shared.close();
    }
    DataFile.delete(folder);
  }

  @Benchmark
  @Group(GROUP)
  public PersonView reads(Walk at) throws SQLException {
    return at.store.read(next(at).id());
  }

  @Benchmark
  @Group(GROUP)
  public void writes(Walk at) throws SQLException {
    at.store.updateEach(List.of(next(at).withScore(at.turn)));
  }

  private Person next(Walk at) {
    return people.get(People.spread(++at.turn, rows));
  }
}
