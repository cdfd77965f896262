package dev.dbrazor.benchmarks;

import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** One record by its key, each on its own. */
public class PointReadBenchmark extends FilledTables {
  @Benchmark
  public void dbrazor(Blackhole into) {
    into.consume(people.findById(next().id()));
  }

  @Benchmark
  public void jdbc(Blackhole into) throws SQLException {
    into.consume(jdbc.findById(next().id()));
  }
}
