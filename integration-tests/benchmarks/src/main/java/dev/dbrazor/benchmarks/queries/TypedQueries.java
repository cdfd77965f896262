package dev.dbrazor.benchmarks.queries;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DriverChoice;
import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.JdbcRows;
import dev.dbrazor.benchmarks.store.Person;
import dev.dbrazor.benchmarks.store.PersonDao;
import dev.dbrazor.benchmarks.store.Person_;
import dev.dbrazor.benchmarks.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

/** A query of one shape, put together anew each time, and the same SQL as a constant. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class TypedQueries {
  private static final String SQL =
      "SELECT id, name, email, city, age, score, active, joined FROM people"
          + " WHERE age = ? AND joined > ? AND score < ? ORDER BY joined LIMIT ?";
  private static final int AGES = 100;
  private static final double SCORE = 900;

  /** Rows of a result. */
  @Param({"1", "10"})
  public int results;

  private Path folder;
  private Database db;
  private PersonDao people;
  private Connection connection;
  private PreparedStatement prepared;
  private int turn;

  /** Opens two copies of the file. */
  @Setup(Level.Trial)
  public void open() throws IOException, SQLException {
    folder = Files.createTempDirectory("dbrazor-benchmark");
    Path file = DataFile.copyTo(folder, 10_000);
    Path other = Files.copy(file, folder.resolve("other.db"));
    db = Database.open(DatabaseConfig.builder().path(file).driver(DriverChoice.JDBC).build());
    people = new PersonDao(db);
    connection = SqliteFile.connect(other);
    prepared = connection.prepareStatement(SQL);
    for (int i = 0; i < AGES; i++) {
      if (!typed().equals(byHand())) {
        throw new IllegalStateException("not the same rows");
      }
    }
  }

  /** Deletes them. */
  @TearDown(Level.Trial)
  public void close() throws IOException, SQLException {
    db.close();
    connection.close();
    DataFile.delete(folder);
  }

  private int age() {
    return turn++ / 2 % AGES; // the same for both, in turns
  }

  @Benchmark
  public List<Person> typed() {
    return people
        .where(
            Person_.age
                .eq(age())
                .and(Person_.joined.gt(1_600_000_060_000L))
                .and(Person_.score.lt(SCORE)))
        .orderBy(Person_.joined.asc())
        .limit(results)
        .toList();
  }

  @Benchmark
  public List<Person> byHand() throws SQLException {
    prepared.setInt(1, age());
    prepared.setLong(2, 1_600_000_060_000L);
    prepared.setDouble(3, SCORE);
    prepared.setInt(4, results);
    List<Person> found = new ArrayList<>();
    try (ResultSet row = prepared.executeQuery()) {
      while (row.next()) {
        found.add(JdbcRows.person(row));
      }
    }
    return found;
  }
}
