package dev.dbrazor.pool;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What may stop the statements of one connection: deadlines, an interrupt, another thread. One
 * thread at a time, but for {@link #halt}.
 */
final class StopConditions implements BooleanSupplier {
  /** Of the statement that is being stepped. */
  private Deadline running = Deadline.NONE;

  /** Of all statements prepared from now on: that of the loan, or of a part of its work. */
  private Deadline limit = Deadline.NONE;

  /** Whether another thread wants the running statement to end. */
  private volatile boolean halted;

  private @Nullable BooleanSupplier also;

  /** While BEGIN, COMMIT, ROLLBACK and their like run: nothing may stop these. */
  private boolean unstoppable;

  /** Asked by the engine in the middle of a statement, on the statement's thread. */
  @Override
  public boolean getAsBoolean() {
    return !unstoppable
        && (running.passed()
            || halted
            || Thread.currentThread().isInterrupted()
            || also != null && also.getAsBoolean());
  }

  /** Asks somebody else, too. */
  void alsoWhen(BooleanSupplier asked) {
    also = asked;
  }

  /** Ends the statement that is running, from another thread; false: lets the next ones run. */
  void halt(boolean now) {
    halted = now;
  }

  Deadline limit() {
    return limit;
  }

  void limit(Deadline until) {
    limit = until;
  }

  /** Runs the body so that what it prepares ends by the deadline, or by an earlier one set. */
  <T extends @Nullable Object, X extends Throwable> T until(
      Deadline until, TransactionBody<T, X> body) throws X {
    if (until == Deadline.NONE) {
      return body.run();
    }
    Deadline before = limit;
    limit = before.orEarlier(until);
    try {
      return body.run();
    } finally {
      limit = before;
    }
  }

  /** Steps a statement, at most until the deadline: checked here, and by the engine on its way. */
  boolean stepWithin(CachedStatement cached, Deadline until) {
    if (until.passed()) {
      throw until.error(cached.sql, null);
    }
    running = until;
    try {
      return cached.statement.step();
    } finally {
      running = Deadline.NONE;
    }
  }

  void suspend(boolean now) {
    unstoppable = now;
  }
}
