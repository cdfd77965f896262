package dev.dbrazor.benchmarks.work;

import dev.dbrazor.benchmarks.store.CustomerView;
import dev.dbrazor.benchmarks.store.Person;
import dev.dbrazor.benchmarks.store.PersonView;
import dev.dbrazor.benchmarks.store.Store;
import dev.dbrazor.benchmarks.store.StoreCheck;
import java.sql.SQLException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/** All kinds of reading. */
public class Reads extends Filled {
  private static final int AGES_COUNTED = 5;

  @Override
  void check(Store at, List<Person> expected) throws SQLException {
    new StoreCheck(at, expected).reads();
  }

  @Benchmark
  public List<? extends PersonView> scan() throws SQLException {
    return store.scan();
  }

  @Benchmark
  public List<? extends PersonView> page() throws SQLException {
    return store.page(nextAge());
  }

  @Benchmark
  @OperationsPerInvocation(KEYS)
  public void readEach(Blackhole into) throws SQLException {
    store.readEach(nextIds(), into::consume);
  }

  @Benchmark
  public PersonView read() throws SQLException {
    return store.read(nextId());
  }

  @Benchmark
  public long count() throws SQLException {
    int age = nextAge();
    return store.count(age, age + AGES_COUNTED - 1);
  }

  @Benchmark
  public List<? extends CustomerView> customers() throws SQLException {
    return store.customers();
  }
}
