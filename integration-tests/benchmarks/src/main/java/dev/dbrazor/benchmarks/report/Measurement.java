package dev.dbrazor.benchmarks.report;

import dev.dbrazor.benchmarks.Work;

/**
 * What one peer needed for one unit of one work.
 *
 * @param peer its title
 * @param nanoseconds the mean
 * @param error half of the 99.9 % confidence interval of the mean, in nanoseconds
 * @param bytes allocated on the Java heap; NaN where that is not known
 */
public record Measurement(Work work, String peer, double nanoseconds, double error, double bytes) {

  /** How many times as fast this is: above 1 is faster than the other. */
  double speedBeside(Measurement other) {
    return other.nanoseconds / nanoseconds;
  }
}
