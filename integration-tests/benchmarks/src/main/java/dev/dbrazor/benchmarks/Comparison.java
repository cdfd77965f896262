package dev.dbrazor.benchmarks;

import java.util.List;

/**
 * One thing done both ways.
 *
 * @param unit of both times: {@code µs}, {@code ms}
 * @param other the other way's name: {@code JDBC}
 * @param goal what DBRazor promises, in words
 * @param dbrazor median time
 * @param others median time of the other way
 */
record Comparison(
    String what, String unit, String other, String goal, double dbrazor, double others) {

  /** How many times as fast DBRazor is: above 1 is faster. */
  double speed() {
    return others / dbrazor;
  }

  static double median(List<Double> samples) {
    List<Double> sorted = samples.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
