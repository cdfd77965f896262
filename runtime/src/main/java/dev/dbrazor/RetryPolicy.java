package dev.dbrazor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How often something is tried, and how long it waits in between. The pause doubles with each
 * attempt up to the longest; a random part of it, half at least, is really waited, so that many who
 * failed together do not come back together.
 *
 * @param attempts how often in all, 1 to 100
 * @param firstPause before the second attempt
 * @param longestPause at most a minute
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  static final RetryPolicy NEVER = attempts(1);

  /** Throws a {@link ConfigurationException} that lists every problem. */
  public RetryPolicy {
    List<String> problems = new ArrayList<>();
    if (attempts < 1 || attempts > 100) {
      problems.add("attempts is " + attempts + ", must be from 1 to 100");
    }
    if (firstPause.isNegative()) {
      problems.add("firstPause is " + firstPause + ", must not be negative");
    }
    if (longestPause.compareTo(firstPause) < 0 || longestPause.compareTo(MINUTE) > 0) {
      problems.add("longestPause is " + longestPause + ", must be from firstPause to " + MINUTE);
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  /** So many, with pauses from 10 milliseconds up to a second. */
  public static RetryPolicy attempts(int count) {
    return new RetryPolicy(count, Duration.ofMillis(10), Duration.ofSeconds(1));
  }

  /** The whole pause after so many attempts. */
  long pauseNanos(int made) {
    long doubled = firstPause.toNanos() << Math.min(made - 1, 20);
    return Math.min(Math.max(doubled, firstPause.toNanos()), longestPause.toNanos());
  }
}
