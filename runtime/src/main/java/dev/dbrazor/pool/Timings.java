package dev.dbrazor.pool;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;

/** The last times something took, as many as fit: one thread at a time adds, any may look. */
final class Timings {
  private static final int SIZE = 128;

  private final AtomicLongArray ring = new AtomicLongArray(SIZE);
  private int next;

  /** Nanoseconds. */
  void add(long nanos) {
    ring.setRelease(next, Math.max(1, nanos));
    next = (next + 1) % SIZE;
  }

  LongStream nanos() {
    return LongStream.range(0, SIZE).map(i -> ring.get((int) i)).filter(nanos -> nanos > 0);
  }
}
