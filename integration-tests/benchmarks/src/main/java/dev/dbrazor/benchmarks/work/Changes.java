package dev.dbrazor.benchmarks.work;

import dev.dbrazor.benchmarks.store.Person;
import dev.dbrazor.benchmarks.store.Store;
import dev.dbrazor.benchmarks.store.StoreCheck;
import java.sql.SQLException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Whole records changed by key, a thousand a transaction. */
public class Changes extends Filled {
  @Override
  void check(Store at, List<Person> expected) throws SQLException {
    new StoreCheck(at, expected).changes();
  }

  @Benchmark
  @OperationsPerInvocation(KEYS)
  public void updateEach() throws SQLException {
    store.updateEach(List.of(nextChanged()));
  }

  @Benchmark
  @OperationsPerInvocation(KEYS)
  public void upsertEach() throws SQLException {
    store.upsertEach(List.of(nextChanged()));
  }
}
