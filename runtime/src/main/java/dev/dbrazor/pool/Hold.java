package dev.dbrazor.pool;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverStatement;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A reader lent to a cursor; what must outlive the {@link HeldLease} to take the reader back when
 * that is forgotten.
 */
final class Hold {
  private final Readers readers;
  private final PooledConnection reader;
  private final ThreadState state;
  private final Throwable opener =
      new Throwable(
          "A cursor was opened here by thread '" + Thread.currentThread().getName() + "'");
  private final AtomicBoolean released = new AtomicBoolean();

  Hold(Readers readers, PooledConnection reader, ThreadState state) {
    this.readers = readers;
    this.reader = reader;
    this.state = state;
  }

  Throwable opener() {
    return opener;
  }

  boolean isOwnedBy(ThreadState other) {
    return state == other;
  }

  DriverStatement prepare(String sql, Deadline deadline) {
    if (released.get()) {
      throw new CursorClosedException("The cursor is closed");
    }
    return reader.prepare(sql, deadline);
  }

  void release() {
    if (released.compareAndSet(false, true)) {
      readers.release(this, reader, state);
    }
  }

  /** The lease is unreachable; nobody can use the reader any more. */
  void abandon() {
    if (!released.get()) {
      PoolLog.LOG.log(
          Level.WARNING, "A cursor was never closed; its connection is taken back", opener);
      try {
        release();
      } catch (DbRazorException e) {
        PoolLog.LOG.log(
            Level.WARNING, "The connection of an abandoned cursor could not be reset", e);
      }
    }
  }
}
