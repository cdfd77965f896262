package dev.dbrazor.benchmarks;

import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/** Records by key within one read transaction; the time is that of one record. */
@OperationsPerInvocation(SnapshotReadBenchmark.READS)
public class SnapshotReadBenchmark extends FilledTables {
  static final int READS = 1000;

  @Benchmark
  public void dbrazor(Blackhole into) {
    db.readTransaction(
        () -> {
          for (int read = 0; read < READS; read++) {
            into.consume(people.findById(next().id()));
          }
        });
  }

  @Benchmark
  public void jdbc(Blackhole into) throws SQLException {
    jdbc.begin();
    for (int read = 0; read < READS; read++) {
      into.consume(jdbc.findById(next().id()));
    }
    jdbc.commit();
  }
}
