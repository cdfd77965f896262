package dev.dbrazor.benchmarks;

import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/** Whole records updated and upserted by key, a thousand a transaction; the time is that of one. */
@OperationsPerInvocation(ChangeBenchmark.CHANGES)
public class ChangeBenchmark extends FilledTables {
  static final int CHANGES = 1000;

  @Benchmark
  public void updateDbrazor(Blackhole into) {
    db.transaction(
        () -> {
          for (int change = 0; change < CHANGES; change++) {
            into.consume(people.update(next()));
          }
        });
  }

  @Benchmark
  public void updateJdbc(Blackhole into) throws SQLException {
    jdbc.begin();
    for (int change = 0; change < CHANGES; change++) {
      into.consume(jdbc.update(next()));
    }
    jdbc.commit();
  }

  @Benchmark
  public void upsertDbrazor(Blackhole into) {
    db.transaction(
        () -> {
          for (int change = 0; change < CHANGES; change++) {
            into.consume(people.upsert(next()));
          }
        });
  }

  @Benchmark
  public void upsertJdbc(Blackhole into) throws SQLException {
    jdbc.begin();
    for (int change = 0; change < CHANGES; change++) {
      into.consume(jdbc.upsert(next()));
    }
    jdbc.commit();
  }
}
