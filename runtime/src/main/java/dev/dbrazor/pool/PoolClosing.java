package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.driver.DriverStatement;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a pool ends: waiting threads are sent away, work in progress gets its time and is then
 * interrupted, and the file is left in order.
 */
final class PoolClosing {
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Connections connections;
  private final Writer writer;
  private final Readers readers;
  private final Transactions transactions;
  private final LogWatch log;
  private final List<Permits> permits;

  PoolClosing(
      Connections connections,
      Writer writer,
      Readers readers,
      Transactions transactions,
      LogWatch log,
      List<Permits> permits) {
    this.connections = connections;
    this.writer = writer;
    this.readers = readers;
    this.transactions = transactions;
    this.log = log;
    this.permits = permits;
  }

  /** Ends what others do, after {@link PoolState#close}; the thread that closes must not wait. */
  void endWork(ThreadState closer, Duration patience) {
    readers.releaseOwnedBy(closer);
    transactions.endOwnedBy(closer);
    permits.forEach(Permits::shut);
    if (awaitReturned(patience.toNanos())) {
      return;
    }
    transactions.endAll();
    connections.interruptAll();
    if (!awaitReturned(GRACE_NANOS)) {
      PoolLog.LOG.log(
          Level.WARNING,
          "Connections still in use were closed under their users; see below for cursors");
      readers.logHolds();
    }
  }

  private boolean awaitReturned(long nanos) {
    long deadline = System.nanoTime() + nanos;
    boolean returned = true;
    for (Permits each : permits) {
      returned &= each.awaitReturned(deadline - System.nanoTime());
    }
    return returned;
  }

  /** Closes all connections. */
  void leaveFile() {
    PooledConnection last = writer.left();
    if (last != null) {
      lookAfter(last, "PRAGMA busy_timeout = 100");
      lookAfter(last, "PRAGMA optimize");
      if (!log.isEmpty()) { // a start that only reads is spared what a write links
        lookAfter(last, "PRAGMA wal_checkpoint(TRUNCATE)");
      }
    }
    connections.closeAll();
  }

  /**
   * Statistics for the planner, and an empty log; neither is worth failing for, nor waiting long
   * for other processes.
   */
  private static void lookAfter(PooledConnection connection, String sql) {
    try (DriverStatement statement = connection.upkeep(sql)) {
      statement.step();
    } catch (DbRazorException e) {
      // Where others hold locks, one of them does this later.
      Level level = e instanceof LockTimeoutException ? Level.DEBUG : Level.WARNING;
      PoolLog.LOG.log(level, "Upkeep while closing failed: " + sql, e);
    }
  }
}
