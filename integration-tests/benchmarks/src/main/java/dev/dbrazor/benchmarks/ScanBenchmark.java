package dev.dbrazor.benchmarks;

import java.sql.SQLException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** All rows of a table as records; the time is that of one row. */
@OperationsPerInvocation(People.COUNT)
public class ScanBenchmark extends FilledTables {
  @Benchmark
  public List<Person> dbrazor() {
    return people.query().toList();
  }

  @Benchmark
  public List<Person> jdbc() throws SQLException {
    return jdbc.findAll();
  }
}
