package dev.dbrazor.pool;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * For how long connections live and may be kept, who may have how many at a time, and how often the
 * file is looked after.
 *
 * @param warmReaders readers opened in the background, and kept when idle
 * @param idleTimeout after so long without use a reader is closed; null: never
 * @param lifetime a reader is not lent any more when it is as old; null: any age will do
 * @param leakThreshold a loan that lasts longer is reported with its opener; null: none is
 * @param longestRead a loan of a reader that lasts longer is ended; null: none is
 * @param optimizeEvery so often, when nobody writes, statistics for the planner are brought up
 * @param quotas how many threads may work for a caller of that name at a time
 * @param validateAfter a reader idle for so long is asked whether it works before it is lent
 */
public record Lending(
    int warmReaders,
    @Nullable Duration idleTimeout,
    @Nullable Duration lifetime,
    @Nullable Duration leakThreshold,
    @Nullable Duration longestRead,
    Duration optimizeEvery,
    Map<String, Integer> quotas,
    Duration validateAfter) {
  private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long SELDOM = TimeUnit.SECONDS.toNanos(10);

  /** Usual for {@code validateAfter}. */
  public static final Duration MINUTE = Duration.ofMinutes(1);

  /** No limits. */
  public static final Lending FREE =
      new Lending(0, null, null, null, null, Duration.ofHours(4), Map.of(), MINUTE);

  public Lending {
    quotas = Map.copyOf(quotas);
  }

  /** Nanoseconds between two looks at the connections; 0 when there is nothing to look after. */
  long interval() {
    long shortest = Long.MAX_VALUE;
    for (@Nullable Duration limit :
        new @Nullable Duration[] {idleTimeout, lifetime, leakThreshold, longestRead}) {
      shortest = limit == null ? shortest : Math.min(shortest, limit.toNanos());
    }
    return shortest == Long.MAX_VALUE ? 0 : Math.min(SELDOM, Math.max(OFTEN, shortest / 4));
  }

  /** Whether it must be known who has a connection, and since when. */
  boolean watched() {
    return leakThreshold != null || longestRead != null;
  }
}
