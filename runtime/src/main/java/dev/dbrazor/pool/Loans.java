package dev.dbrazor.pool;

import dev.dbrazor.TransactionStateException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The loans of one connection: the present one, and what is counted of all. */
final class Loans {
  private final Counter made = new Counter();
  private final Counter found = new Counter();
  private final Timings timings = new Timings();
  private final long opened = System.nanoTime();
  private boolean lent;
  private boolean fresh = true;
  private volatile long since = opened;
  private volatile @Nullable Borrower borrower;

  /**
   * @param asked when it was asked for, by {@link System#nanoTime}
   * @param waited whether others had to give one back first
   */
  void begin(long asked, boolean waited, @Nullable Borrower by) {
    long now = System.nanoTime();
    lent = true;
    since = now;
    made.increment();
    timings.add(now - asked);
    if (!waited && !fresh) {
      found.increment();
    }
    fresh = false;
    if (by != null) {
      borrower = by;
    }
  }

  void end() {
    if (!lent) {
      throw new TransactionStateException(
          "A connection was given back that is not lent; give each one back once, where it is from");
    }
    lent = false;
    if (borrower != null) {
      borrower = null;
    }
  }

  /** It was opened before it was needed. */
  void prepared() {
    fresh = false;
  }

  @Nullable Borrower borrower() {
    return borrower;
  }

  /** When the last one began. */
  long since() {
    return since;
  }

  /** Nanoseconds since the last loan, or the opening. */
  long idle(long now) {
    return now - since;
  }

  long age(long now) {
    return now - opened;
  }

  long made() {
    return made.value();
  }

  /** Loans for which the connection was there, open and idle. */
  long found() {
    return found.value();
  }

  LongStream nanos() {
    return timings.nanos();
  }
}
