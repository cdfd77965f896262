package dev.dbrazor.pool;

import dev.dbrazor.LockTimeoutException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The reading connections, opened when first needed. A thread finds the one it used last in its
 * slot. A thread that already holds one, for an open cursor or in the middle of a read, must not
 * wait for itself: when none is free it gets an extra one, closed after use.
 */
final class Readers {
  private static final int EXTRA = -1;

  private final Connections connections;
  private final Permits permits;
  private final Permits extras;
  private final Duration timeout;
  private final int count;
  private final AtomicReferenceArray<PooledConnection> idle;
  private final boolean[] opened;
  private final Reaper reaper;
  private final Set<Hold> holds = ConcurrentHashMap.newKeySet();

  Readers(
      Connections connections,
      Permits permits,
      Permits extras,
      int count,
      Duration timeout,
      Reaper reaper) {
    this.connections = connections;
    this.permits = permits;
    this.extras = extras;
    this.timeout = timeout;
    this.reaper = reaper;
    this.count = count;
    this.idle = new AtomicReferenceArray<>(count);
    this.opened = new boolean[count];
  }

  PooledConnection borrow(ThreadState state, Deadline deadline) {
    boolean regular = permits.tryAcquire() || !extraFor(state, deadline);
    try {
      PooledConnection reader = regular ? take(state) : connections.openReader();
      state.readers.incrementAndGet();
      reader.countLoan();
      reader.limit(deadline);
      return reader;
    } catch (Throwable e) {
      (regular ? permits : extras).release();
      throw e;
    }
  }

  /** True when an extra reader may be opened; false when a regular one was waited for. */
  private boolean extraFor(ThreadState state, Deadline deadline) {
    int own = state.readers.get();
    if (own > 0 && extras.tryAcquire()) {
      return true;
    }
    if (own >= count || !permits.acquire(deadline.atMost(timeout.toNanos()))) {
      throw deadline.passed() ? deadline.error("No reader was free", null, null) : timedOut(own);
    }
    return false;
  }

  private LockTimeoutException timedOut(int own) {
    String reason =
        own >= count
            ? "This thread already holds " + own + " readers, and no extra one is left"
            : "No reader was free within " + timeout.toMillis() + " ms";
    LockTimeoutException error =
        new LockTimeoutException(
            reason
                + "; the pool has "
                + count
                + ", "
                + permits.waiting()
                + " threads wait, "
                + holds.size()
                + " cursors are open (see the suppressed traces for where)");
    holds.forEach(hold -> error.addSuppressed(hold.opener()));
    return error;
  }

  /** With a permit in hand there is an idle reader, or room for a new one. */
  private PooledConnection take(ThreadState state) {
    PooledConnection last = idle.getAndSet(state.slot, null);
    if (last != null) {
      return last;
    }
    while (true) {
      for (int slot = 0; slot < count; slot++) {
        PooledConnection reader = idle.get(slot) == null ? null : idle.getAndSet(slot, null);
        if (reader != null) {
          state.slot = slot;
          return reader;
        }
      }
      int free = claim();
      if (free >= 0) {
        state.slot = free;
        return openIn(free);
      }
      Thread.onSpinWait();
    }
  }

  private synchronized int claim() {
    for (int slot = 0; slot < count; slot++) {
      if (!opened[slot]) {
        opened[slot] = true;
        return slot;
      }
    }
    return -1;
  }

  private synchronized void unclaim(int slot) {
    opened[slot] = false;
  }

  private PooledConnection openIn(int slot) {
    try {
      PooledConnection reader = connections.openReader();
      reader.slot = slot;
      return reader;
    } catch (Throwable e) {
      unclaim(slot);
      throw e;
    }
  }

  void giveBack(PooledConnection reader, ThreadState state) {
    state.readers.decrementAndGet();
    boolean regular = reader.slot != EXTRA;
    try {
      if (!reader.clean() || !regular) {
        connections.close(reader);
        if (regular) {
          unclaim(reader.slot);
        }
      } else {
        idle.set(reader.slot, reader);
      }
    } finally {
      (regular ? permits : extras).release();
    }
  }

  /** A reader in a read transaction, for a cursor. */
  Lease hold(ThreadState state, Deadline deadline) {
    PooledConnection reader = borrow(state, deadline);
    try {
      reader.begin("BEGIN");
    } catch (Throwable e) {
      giveBack(reader, state);
      throw e;
    }
    Hold hold = new Hold(this, reader, state);
    holds.add(hold);
    return new HeldLease(hold, reaper);
  }

  void release(Hold hold, PooledConnection reader, ThreadState state) {
    holds.remove(hold);
    try {
      reader.commit();
    } finally {
      giveBack(reader, state);
    }
  }

  void logHolds(Logger log) {
    holds.forEach(hold -> log.log(Level.WARNING, "A cursor was still open", hold.opener()));
  }

  /** Gives back the cursors this thread left open. */
  void releaseOwnedBy(ThreadState state) {
    holds.stream().filter(hold -> hold.isOwnedBy(state)).forEach(Hold::release);
  }
}
