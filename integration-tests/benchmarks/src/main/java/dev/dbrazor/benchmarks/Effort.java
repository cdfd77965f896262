package dev.dbrazor.benchmarks;

import java.time.Duration;
import java.util.Locale;

/**
 * How long everything is measured; property {@code benchmarks.effort}.
 *
 * @param forks JVMs for each measurement
 * @param warmUps iterations before those that count
 * @param iterations iterations that count, in each fork
 * @param time of one iteration
 * @param inserts bulk inserts that count, in each fork
 * @param starts processes for each start-up and each compilation
 * @param rows people in a file
 */
public record Effort(
    int forks, int warmUps, int iterations, Duration time, int inserts, int starts, int rows) {
  static final String PROPERTY = "benchmarks.effort";

  private static final Effort QUICK = new Effort(1, 2, 3, Duration.ofMillis(100), 3, 3, 10_000);
  private static final Effort NORMAL = new Effort(1, 6, 7, Duration.ofMillis(250), 6, 7, 100_000);
  private static final Effort THOROUGH = new Effort(3, 5, 8, Duration.ofSeconds(1), 8, 25, 100_000);

  static Effort wanted() {
    String name = System.getProperty(PROPERTY, "normal").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "quick" -> QUICK;
      case "normal" -> NORMAL;
      case "thorough" -> THOROUGH;
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " is quick, normal or thorough, not " + name);
    };
  }

  /** Less of everything: for a run in which trends matter. */
  Effort brief() {
    return new Effort(1, warmUps, Math.min(5, iterations), time, 3, 3, rows);
  }

  /** The same with other files. */
  public Effort withRows(int people) {
    return new Effort(forks, warmUps, iterations, time, inserts, starts, people);
  }
}
