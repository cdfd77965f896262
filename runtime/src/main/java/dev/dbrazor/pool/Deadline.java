package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.QueryTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When an operation must be done, its waiting included. Immutable, shared by all threads. */
public final class Deadline {
  /** Never comes. */
  public static final Deadline NONE = new Deadline(Duration.ZERO, 0);

  /** Longer ones would overflow the clock. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Duration timeout;
  private final long end;

  private Deadline(Duration timeout, long end) {
    this.timeout = timeout;
    this.end = end;
  }

  /** So much from now; positive. */
  public static Deadline after(Duration timeout) {
    Duration counted = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
    return new Deadline(timeout, System.nanoTime() + counted.toNanos());
  }

  /** Whichever comes first. */
  public Deadline orEarlier(Deadline other) {
    if (this == NONE || other == NONE) {
      return this == NONE ? other : this;
    }
    return end - other.end <= 0 ? this : other;
  }

  boolean passed() {
    return this != NONE && System.nanoTime() - end >= 0;
  }

  /** The given time, or what is left when that is less; never negative. */
  public long atMost(long nanos) {
    return this == NONE ? nanos : Math.max(0, Math.min(nanos, end - System.nanoTime()));
  }

  Duration timeout() {
    return timeout;
  }

  QueryTimeoutException error(@Nullable String sql, @Nullable Throwable cause) {
    return error("The statement did not end", sql, cause);
  }

  /** {@code what} within the deadline: "No reader was free". */
  QueryTimeoutException error(String what, @Nullable String sql, @Nullable Throwable cause) {
    String message = what + " within the deadline of " + timeout.toMillis() + " ms";
    return new QueryTimeoutException(
        ErrorDetails.of(ErrorCode.QUERY_TIMEOUT, message).withSql(sql), cause);
  }

  /** Says why the engine was interrupted, or gave up waiting for another process. */
  DbRazorException explain(DbRazorException error) {
    boolean interrupted = error instanceof OperationInterruptedException;
    if ((interrupted || error instanceof LockTimeoutException) && passed()) {
      return error(error.sql().orElse(null), error);
    }
    return interrupted && Thread.currentThread().isInterrupted()
        ? new OperationInterruptedException(
            error.details().withMessage("The thread was interrupted while its statement ran"),
            error)
        : error;
  }
}
