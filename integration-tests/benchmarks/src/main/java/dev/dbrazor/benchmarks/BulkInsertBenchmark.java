package dev.dbrazor.benchmarks;

import dev.dbrazor.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** All people into an empty table in one transaction; the time is that of one row. */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 6)
@Measurement(iterations = 8)
@OperationsPerInvocation(People.COUNT)
public class BulkInsertBenchmark {

  /** Two empty files, new for each run. */
  @State(Scope.Benchmark)
  public static class Empty {
    private final List<Person> given = People.all();
    private Path folder;
    private Database db;
    private PersonDao people;
    private JdbcPeople jdbc;

    /** Creates both tables. */
    @Setup(Level.Iteration)
    public void open() throws IOException, SQLException {
      folder = Files.createTempDirectory("dbrazor-benchmark");
      db = Database.open(folder.resolve("dbrazor.db"));
      people = new PersonDao(db);
      jdbc = new JdbcPeople(folder.resolve("jdbc.db"));
    }

    /** Closes and deletes both files. */
    @TearDown(Level.Iteration)
    public void close() throws IOException, SQLException {
      db.close();
      jdbc.close();
      FilledTables.delete(folder);
    }
  }

  @Benchmark
  public List<Person> dbrazor(Empty at) {
    return at.people.insertAll(at.given);
  }

  @Benchmark
  public void jdbc(Empty at) throws SQLException {
    at.jdbc.insertAll(at.given);
  }
}
