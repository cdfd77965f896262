package dev.dbrazor.nativedriver;

import dev.dbrazor.DatabaseClosedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the connection's thread into the engine, one call at a time, until another thread shuts it:
 * from then on nobody is inside and nobody gets in, so the memory behind it can be freed. An
 * uncontended pass is one compare-and-set.
 */
final class Gate {
  private static final int FREE = 0;
  private static final int INSIDE = 1;
  private static final int SHUT = 2;
  private static final long PAUSE_NANOS = 200_000;

  private final AtomicInteger state = new AtomicInteger(FREE);

  /** To be followed by {@link #leave}; throws when the connection is closed. */
  void enter() {
    if (!tryEnter()) {
      throw new DatabaseClosedException("The connection is closed");
    }
  }

  /** False when the gate is shut. Waits for another thread that is inside. */
  boolean tryEnter() {
    while (!state.compareAndSet(FREE, INSIDE)) {
      if (state.get() == SHUT) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }

  void leave() {
    state.setRelease(FREE);
  }

  /**
   * Waits until nobody is inside, then shuts the gate for good.
   *
   * @param hurry run again and again while somebody is inside
   */
  void shut(Runnable hurry) {
    while (!state.compareAndSet(FREE, SHUT)) {
      hurry.run();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
