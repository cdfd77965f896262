package dev.dbrazor;

import java.time.Duration;

/**
 * How long the last acquisitions of connections took, waiting and opening included; 128 are kept
 * for each open connection.
 *
 * @param samples how many this is about; without any the times are zero
 * @param median half of them took no longer
 * @param p95 95 of 100 took no longer
 * @param longest the longest
 */
public record AcquisitionTimes(int samples, Duration median, Duration p95, Duration longest) {
  /** From nanoseconds in ascending order. */
  static AcquisitionTimes of(long[] nanos) {
    return new AcquisitionTimes(
        nanos.length, percentile(nanos, 50), percentile(nanos, 95), percentile(nanos, 100));
  }

  /** The smallest that so many of a hundred do not exceed. */
  private static Duration percentile(long[] ascending, int percent) {
    int rank = (ascending.length * percent + 99) / 100;
    return rank == 0 ? Duration.ZERO : Duration.ofNanos(ascending[rank - 1]);
  }
}
