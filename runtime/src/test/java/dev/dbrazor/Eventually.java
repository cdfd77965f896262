package dev.dbrazor;

import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about; a test's timeout ends it. */
final class Eventually {
  private Eventually() {}

  static void is(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new AssertionError("It did not come true in time");
      }
      Thread.onSpinWait();
    }
  }
}
