package dev.dbrazor.mapping;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time-ordered UUIDs (RFC 9562, version 7). Within the process each is greater than all made before
 * it, on whatever thread and however many in one millisecond; between processes the order is that
 * of their clocks.
 *
 * <p>Layout: 48 bits of milliseconds, 12 bits of fraction of the millisecond (section 6.2, method
 * 3), 62 random bits. Milliseconds and fraction together are one counter that never stands still or
 * goes back: it runs ahead of the clock when more than 4,096 are made in a millisecond, or when the
 * clock is set back.
 */
final class UuidV7 {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int FRACTION_BITS = 12;
  private static final long NANOS_PER_MILLI = 1_000_000L;

  /** Milliseconds since 1970 shifted by the fraction's bits, of the latest UUID. */
  private static final AtomicLong LATEST = new AtomicLong();

  private static final SecureRandom SEEDS = new SecureRandom();

  /** One a thread, since SecureRandom takes a lock and a microsecond for each number. */
  private static final ThreadLocal<SplittableRandom> RANDOM =
      ThreadLocal.withInitial(() -> new SplittableRandom(SEEDS.nextLong()));

  private UuidV7() {}

  static UUID next() {
    long time = nextTime();
    long milliseconds = time >>> FRACTION_BITS;
    long fraction = time & 0xFFF;
    long high = milliseconds << 16 | VERSION | fraction;
    return new UUID(high, VARIANT | RANDOM.get().nextLong() >>> 2);
  }

  private static long nextTime() {
    Instant now = Instant.now();
    long milliseconds = now.toEpochMilli();
    long fraction = (now.getNano() % NANOS_PER_MILLI << FRACTION_BITS) / NANOS_PER_MILLI;
    long time = milliseconds << FRACTION_BITS | fraction;
    return LATEST.accumulateAndGet(time, (latest, clock) -> Math.max(latest + 1, clock));
  }
}
