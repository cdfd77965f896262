package dev.dbrazor.benchmarks.queries;

import static dev.dbrazor.query.Expressions.anyOf;

import dev.dbrazor.Database;
import dev.dbrazor.benchmarks.store.Person;
import dev.dbrazor.benchmarks.store.PersonDao;
import dev.dbrazor.benchmarks.store.Person_;
import dev.dbrazor.query.Condition;
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

/** Many conditions made, joined, written as SQL and bound; over no rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class ManyConditions {
  @Param({"125", "250", "500", "1000"})
  public int conditions;

  private Database db;
  private PersonDao people;

  @Setup(Level.Trial)
  public void open() {
    db = Database.inMemory();
    people = new PersonDao(db);
  }

  @TearDown(Level.Trial)
  public void close() {
    db.close();
  }

  @Benchmark
  public boolean built() {
    List<Condition<Person>> all = new ArrayList<>();
    for (int i = 0; i < conditions; i++) {
      all.add(Person_.age.eq(i).and(Person_.score.gt(i)));
    }
    return people.where(anyOf(all)).exists();
  }
}
