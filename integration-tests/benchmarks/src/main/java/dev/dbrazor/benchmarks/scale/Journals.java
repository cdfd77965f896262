package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.JdbcStore;
import dev.dbrazor.benchmarks.store.People;
import dev.dbrazor.benchmarks.store.Person;
import dev.dbrazor.benchmarks.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.sqlite.SQLiteConfig.JournalMode;

/** A commit of one change by hand-written JDBC in either kind of journal: DBRazor has but one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class Journals {
  @Param("WAL")
  JournalMode journal;

  @Param("100000")
  int rows;

  private Path folder;
  private List<Person> people;
  private JdbcStore store;
  private long turn;

  /** Opens a copy of the file. */
  @Setup
  public void open() throws IOException, SQLException {
    folder = Files.createTempDirectory("dbrazor-benchmark");
    people = People.first(rows);
    store = new JdbcStore(SqliteFile.connect(DataFile.copyTo(folder, rows), journal));
  }

  /** Closes it and deletes it. */
  @TearDown
  public void close() throws IOException, SQLException {
    store.close();
    DataFile.delete(folder);
  }

  @Benchmark
  public void commit() throws SQLException {
    Person person = people.get(People.spread(++turn, rows));
    store.updateEach(List.of(person.withScore(turn)));
  }
}
