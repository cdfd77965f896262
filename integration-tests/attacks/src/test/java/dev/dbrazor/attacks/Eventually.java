package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what others bring about. */
final class Eventually {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private Eventually() {}

  /** Fails when it is not so within a minute; else how many milliseconds that took. */
  static long is(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE) {
        fail("not within a minute");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
