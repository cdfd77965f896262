package dev.dbrazor.benchmarks.plugins;

import dev.dbrazor.Database;
import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.PersonDao;
import dev.dbrazor.benchmarks.store.Person_;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Short statements, inside one transaction so that nothing else is measured, while followed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class Followed {
  private static final int PEOPLE = 1_000;
  private static final int CALLS = 1_000;

  @Param({"NONE"})
  public Follower follower;

  private Path folder;
  private Database db;
  private PersonDao people;

  @Setup(Level.Trial)
  public void open() throws IOException {
    folder = Files.createTempDirectory("dbrazor-benchmark");
    db = Database.open(DataFile.copyTo(folder, PEOPLE));
    people = new PersonDao(db);
    follower.follow(db);
  }

  @TearDown(Level.Trial)
  public void close() throws IOException {
    db.close();
    DataFile.delete(folder);
  }

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void read(Blackhole to) {
    db.readTransaction(
        () -> {
          for (long id = 1; id <= CALLS; id++) {
            to.consume(people.findById(id));
          }
        });
  }

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void update(Blackhole to) {
    db.transaction(
        () -> {
          for (long id = 1; id <= CALLS; id++) {
            to.consume(people.where(Person_.id.eq(id)).update(Person_.score.set(0.5)));
          }
        });
  }
}
