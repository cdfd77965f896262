package dev.dbrazor.benchmarks;

import dev.dbrazor.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One file for each side, both holding the same people: what most benchmarks start from. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 700, timeUnit = TimeUnit.MILLISECONDS)
public abstract class FilledTables {
  private Path folder;
  Database db;
  PersonDao people;
  JdbcPeople jdbc;
  private List<Person> stored;
  private int turn;

  /** Fills both files. */
  @Setup(Level.Trial)
  public void open() throws IOException, SQLException {
    folder = Files.createTempDirectory("dbrazor-benchmark");
    stored = People.all();
    db = Database.open(folder.resolve("dbrazor.db"));
    people = new PersonDao(db);
    people.insertAll(stored);
    jdbc = new JdbcPeople(folder.resolve("jdbc.db"));
    jdbc.insertAll(stored);
  }

  /** Another person each time, spread over the whole table. */
  Person next() {
    turn = (turn + 7919) % stored.size();
    return stored.get(turn);
  }

  /** Closes and deletes both files. */
  @TearDown(Level.Trial)
  public void close() throws IOException, SQLException {
    db.close();
    jdbc.close();
    delete(folder);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
