package dev.dbrazor.benchmarks.start;

import dev.dbrazor.benchmarks.Work;
import dev.dbrazor.benchmarks.report.Measurement;
import java.util.List;
import org.openjdk.jmh.util.ListStatistics;

/** Times that were not taken by JMH, with its kind of error. */
final class Samples {
  private static final double CONFIDENCE = 0.999;

  private Samples() {}

  static Measurement measurement(Work work, String peer, List<Double> nanoseconds) {
    ListStatistics samples =
        new ListStatistics(nanoseconds.stream().mapToDouble(Double::doubleValue).toArray());
    return new Measurement(
        work, peer, samples.getMean(), samples.getMeanErrorAt(CONFIDENCE), Double.NaN);
  }
}
