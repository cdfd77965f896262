package dev.dbrazor.pool;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks after connections: closes idle and old ones, reports long loans, ends too long reads. */
final class LoanWatch implements Runnable {
  private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long SELDOM = TimeUnit.SECONDS.toNanos(10);

  private final Lending lending;
  private final Connections connections;
  private final Readers readers;

  LoanWatch(Lending lending, Connections connections, Readers readers) {
    this.lending = lending;
    this.connections = connections;
    this.readers = readers;
  }

  /** Nanoseconds between two looks; 0 when there is nothing to look after. */
  long interval() {
    long shortest = Long.MAX_VALUE;
    for (@Nullable Duration limit :
        new @Nullable Duration[] {
          lending.idleTimeout(), lending.lifetime(), lending.leakThreshold(), lending.longestRead()
        }) {
      shortest = limit == null ? shortest : Math.min(shortest, limit.toNanos());
    }
    return shortest == Long.MAX_VALUE ? 0 : Math.min(SELDOM, Math.max(OFTEN, shortest / 4));
  }

  @Override
  public void run() {
    if (lending.idleTimeout() != null || lending.lifetime() != null) {
      readers.closeIdle();
    }
    if (lending.watched()) {
      connections.forEach(this::look);
    }
  }

  private void look(PooledConnection connection) {
    Borrower borrower = connection.loans().borrower();
    if (borrower == null) {
      return;
    }
    long age = borrower.age(System.nanoTime());
    if (Readers.isOver(lending.leakThreshold(), age) && borrower.report()) {
      PoolLog.LOG.log(
          Level.WARNING,
          "A connection is in use for " + TimeUnit.NANOSECONDS.toMillis(age) + " ms now",
          borrower.opener());
    }
    if (connection.isReader() && Readers.isOver(lending.longestRead(), age)) {
      connection.end(tooLong(borrower));
    }
  }

  private CursorClosedException tooLong(Borrower borrower) {
    Duration longest = lending.longestRead();
    String message =
        "The reader was closed after "
            + (longest == null ? 0 : longest.toMillis())
            + " ms, the longest read allowed; read less at a time, or allow more: "
            + borrower.opener().getMessage()
            + " (see the cause for where)";
    return new CursorClosedException(
        ErrorDetails.of(ErrorCode.CURSOR_CLOSED, message), borrower.opener());
  }
}
