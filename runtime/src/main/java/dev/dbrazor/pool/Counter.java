package dev.dbrazor.pool;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what one thread at a time does, at the cost of an addition; any thread may look. */
final class Counter {
  private final AtomicLong value = new AtomicLong();

  void increment() {
    value.setRelease(value.getPlain() + 1);
  }

  long value() {
    return value.get();
  }
}
