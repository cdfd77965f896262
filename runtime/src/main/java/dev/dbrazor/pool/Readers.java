package dev.dbrazor.pool;

import dev.dbrazor.LockTimeoutException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The reading connections, opened when first needed. A thread finds the one it used last in its
 * slot. A thread that already holds one, for an open cursor or in the middle of a read, must not
 * wait for itself: when none is free it gets an extra one, closed after use.
 */
final class Readers {
  /** Most regular ones there can be. */
  static final int MOST = 256;

  private static final int EXTRA = -1;

  private final Connections connections;
  private final Permits permits;
  private final Permits extras;
  private final Duration timeout;
  private final Lending lending;
  private final long validateAfter;
  private volatile int count;
  private final AtomicReferenceArray<PooledConnection> idle;
  private final boolean[] opened;
  private final Reaper reaper;
  private final Set<Hold> holds = ConcurrentHashMap.newKeySet();

  Readers(
      Connections connections,
      Permits permits,
      Permits extras,
      PoolSettings settings,
      Reaper reaper) {
    this.connections = connections;
    this.permits = permits;
    this.extras = extras;
    this.timeout = settings.lockTimeout();
    this.lending = settings.lending();
    this.validateAfter = lending.validateAfter().toNanos();
    this.reaper = reaper;
    this.count = settings.readers();
    this.idle = new AtomicReferenceArray<>(MOST);
    this.opened = new boolean[MOST];
  }

  PooledConnection borrow(ThreadState state, Deadline deadline) {
    long asked = System.nanoTime();
    boolean waited = !mayTakeAtOnce(state);
    boolean regular = !waited || !extraFor(state, deadline);
    try {
      PooledConnection reader = regular ? take(state, asked) : connections.openReader();
      state.readers.incrementAndGet();
      reader.loans().begin(asked, waited, lending.watched() ? new Borrower() : null);
      reader.stops().limit(deadline);
      return reader;
    } catch (Throwable e) {
      (regular ? permits : extras).release();
      throw e;
    }
  }

  /** A caller with a quota has one regular reader a thread. */
  private boolean mayTakeAtOnce(ThreadState state) {
    return (state.caller == null || state.readers.get() == 0) && permits.tryAcquire();
  }

  /** True when an extra reader may be opened; false when a regular one was waited for. */
  private boolean extraFor(ThreadState state, Deadline deadline) {
    int own = state.readers.get();
    if (own > 0 && extras.tryAcquire()) {
      return true;
    }
    if (own >= count || !permits.acquireConnection(false, deadline.atMost(timeout.toNanos()))) {
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
  private PooledConnection take(ThreadState state, long now) {
    PooledConnection last = idle.getAndSet(state.slot, null);
    if (last != null && usable(last, now)) {
      return last;
    }
    while (true) {
      for (int slot = 0; slot < count; slot++) {
        PooledConnection reader = idle.get(slot) == null ? null : idle.getAndSet(slot, null);
        if (reader != null && usable(reader, now)) {
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

  /** Asks one that was idle for long whether it still works; closes it when it does not. */
  private boolean usable(PooledConnection reader, long now) {
    if (reader.loans().idle(now) < validateAfter || reader.works()) {
      return true;
    }
    discard(reader);
    return false;
  }

  private void discard(PooledConnection reader) {
    try {
      connections.close(reader);
    } finally {
      unclaim(reader.slot);
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
    reader.loans().end();
    state.readers.decrementAndGet();
    boolean regular = reader.slot != EXTRA;
    try {
      if (!regular) {
        reader.clean();
        connections.close(reader);
      } else if (reader.clean() && reader.slot < count && !isPastLifetime(reader)) {
        idle.set(reader.slot, reader);
        closeSurplus(reader.slot);
      } else {
        discard(reader);
      }
    } finally {
      (regular ? permits : extras).release();
    }
  }

  int count() {
    return count;
  }

  /** From now on so many at a time; those in use that are too many are closed after it. */
  synchronized void resize(int wanted) {
    count = wanted;
    permits.resize(wanted);
    extras.resize(wanted);
    for (int slot = wanted; slot < MOST; slot++) {
      closeSurplus(slot);
    }
  }

  /** Of those given back while the number shrank, too. */
  private void closeSurplus(int slot) {
    PooledConnection surplus = slot < count ? null : idle.getAndSet(slot, null);
    if (surplus != null) {
      discard(surplus);
    }
  }

  /** Opens one before it is needed, if there are fewer than that; false when that is so. */
  boolean warm() {
    if (openSlots() >= Math.min(count, lending.warmReaders()) || !permits.tryAcquire()) {
      return false;
    }
    try {
      int slot = claim();
      if (slot >= 0) {
        PooledConnection reader = openIn(slot);
        reader.loans().prepared();
        idle.set(slot, reader);
      }
      return true;
    } finally {
      permits.release();
    }
  }

  private synchronized int openSlots() {
    int open = 0;
    for (boolean each : opened) {
      open += each ? 1 : 0;
    }
    return open;
  }

  /** Closes idle ones that were not used for long, down to the warm ones, and those too old. */
  void closeIdle() {
    for (int slot = 0; slot < MOST; slot++) {
      PooledConnection reader = idle.getAndSet(slot, null);
      if (reader == null) {
        continue;
      }
      long now = System.nanoTime();
      boolean unused = isOver(lending.idleTimeout(), reader.loans().idle(now));
      if (unused && openSlots() > lending.warmReaders() || isTooOld(reader, now)) {
        discard(reader);
      } else {
        idle.set(slot, reader);
      }
    }
  }

  private boolean isPastLifetime(PooledConnection reader) {
    return lending.lifetime() != null && isTooOld(reader, System.nanoTime());
  }

  private boolean isTooOld(PooledConnection reader, long now) {
    return isOver(lending.lifetime(), reader.loans().age(now));
  }

  static boolean isOver(@Nullable Duration limit, long nanos) {
    return limit != null && nanos >= limit.toNanos();
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

  /** Where the cursors that are open were opened. */
  void forEachOpener(Consumer<Throwable> action) {
    holds.forEach(hold -> action.accept(hold.opener()));
  }

  void logHolds() {
    holds.forEach(hold -> PoolLog.LOG.log(Level.WARNING, "A cursor was still open", hold.opener()));
  }

  /** Gives back the cursors this thread left open. */
  void releaseOwnedBy(ThreadState state) {
    holds.stream().filter(hold -> hold.isOwnedBy(state)).forEach(Hold::release);
  }
}
