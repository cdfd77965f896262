package dev.dbrazor.pool;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.OperationInterruptedException;
import java.io.Serial;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A fair, bounded right to use something, which can be shut: waiters then leave with an error.
 * Shutting floods the semaphore, so the way in costs no more than one of its operations.
 */
final class Permits {
  private static final int FLOOD = 1 << 20;

  private final Resizable semaphore;
  private volatile int count;
  private final PoolState pool;
  private final LongAdder waits = new LongAdder();

  Permits(int count, PoolState pool) {
    this.count = count;
    this.semaphore = new Resizable(count);
    this.pool = pool;
  }

  /** Takes one if that needs no waiting and nobody waits. */
  boolean tryAcquire() {
    requireOpen();
    return !semaphore.hasQueuedThreads() && semaphore.tryAcquire() && stillOpen();
  }

  /** Takes one, first come first served; false when the time is over. */
  boolean acquire(long nanos) {
    requireOpen();
    waits.increment();
    try {
      return semaphore.tryAcquire(nanos, TimeUnit.NANOSECONDS) && stillOpen();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationInterruptedException(
          ErrorDetails.of(ErrorCode.INTERRUPTED, "Interrupted while waiting for a connection"), e);
    }
  }

  /** The same for a connection: tells who wants to know for how long it was waited for. */
  boolean acquireConnection(boolean writing, long nanos) {
    long asked = System.nanoTime();
    boolean acquired = acquire(nanos);
    pool.waited(writing, asked, acquired);
    return acquired;
  }

  private void requireOpen() {
    if (pool.closing()) {
      throw new DatabaseClosedException(pool.closed("is closed; open it again"));
    }
  }

  private boolean stillOpen() {
    if (pool.closing()) {
      semaphore.release();
      throw new DatabaseClosedException(pool.closed("was closed while the operation waited"));
    }
    return true;
  }

  void release() {
    semaphore.release();
  }

  int free() {
    return Math.min(count, semaphore.availablePermits()); // shut, there are more than it has
  }

  int inUse() {
    return count - free();
  }

  /** How often one was not to be had at once. */
  long waits() {
    return waits.sum();
  }

  int waiting() {
    return semaphore.getQueueLength();
  }

  /** From now on so many in all; what is in use stays so until it is given back. */
  synchronized void resize(int wanted) {
    if (wanted > count) {
      semaphore.release(wanted - count);
    } else {
      semaphore.reducePermits(count - wanted);
    }
    count = wanted;
  }

  /** Sends all waiters away; {@link PoolState#close} comes first. */
  void shut() {
    semaphore.release(FLOOD);
  }

  /** After {@link #shut}: waits until everything lent is back. */
  boolean awaitReturned(long nanos) {
    try {
      boolean returned =
          semaphore.tryAcquire(FLOOD + count, Math.max(0, nanos), TimeUnit.NANOSECONDS);
      if (returned) {
        semaphore.release(FLOOD + count);
      }
      return returned;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A fair semaphore whose number can shrink. */
  private static final class Resizable extends Semaphore {
    @Serial private static final long serialVersionUID = 1;

    Resizable(int permits) {
      super(permits, true);
    }

    @Override
    protected void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }
}
