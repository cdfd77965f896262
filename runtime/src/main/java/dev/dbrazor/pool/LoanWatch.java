package dev.dbrazor.pool;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Looks after connections: closes idle and old ones, reports long loans, ends too long reads. */
final class LoanWatch implements Runnable {
  private final Lending lending;
  private final Connections connections;
  private final Readers readers;

  LoanWatch(Lending lending, Connections connections, Readers readers) {
    this.lending = lending;
    this.connections = connections;
    this.readers = readers;
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
