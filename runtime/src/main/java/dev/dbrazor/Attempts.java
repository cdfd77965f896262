package dev.dbrazor;

import dev.dbrazor.pool.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a body until it succeeds, fails for good, or its attempts or its time are used up. */
final class Attempts {
  private final RetryPolicy policy;
  private final Deadline deadline;
  private final List<DbRazorException> failures = new ArrayList<>(0);

  Attempts(RetryPolicy policy, Deadline deadline) {
    this.policy = policy;
    this.deadline = deadline;
  }

  /** The last error comes out, with the earlier ones suppressed. */
  <T extends @Nullable Object, X extends Throwable> T run(ThrowingSupplier<T, X> body) throws X {
    while (true) {
      try {
        return body.get();
      } catch (DbRazorException e) {
        if (!mayHelp(e) || !pause()) {
          failures.stream().filter(earlier -> earlier != e).forEach(e::addSuppressed);
          throw e;
        }
        failures.add(e);
      }
    }
  }

  private boolean mayHelp(DbRazorException e) {
    TransactionState state = e.transactionState();
    return failures.size() + 1 < policy.attempts()
        && e.code().isTransient()
        && state != TransactionState.COMMITTED
        && state != TransactionState.UNKNOWN;
  }

  /** False when the time is over before the pause is, or the thread is interrupted. */
  private boolean pause() {
    long whole = policy.pauseNanos(failures.size() + 1);
    long nanos = whole - ThreadLocalRandom.current().nextLong(whole / 2 + 1);
    if (deadline.atMost(nanos) < nanos) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
