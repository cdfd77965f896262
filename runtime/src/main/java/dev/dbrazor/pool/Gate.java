package dev.dbrazor.pool;

import dev.dbrazor.TransactionStateException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a thread passes for each thing it does in a transaction that another thread may take away
 * from it.
 */
final class Gate {
  private final PooledConnection connection;
  private final @Nullable Gate outer;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable String shut;

  /** With the gate to pass before, when the transaction is lent by one who has to pass it. */
  Gate(PooledConnection connection, @Nullable Gate outer) {
    this.connection = connection;
    this.outer = outer;
  }

  boolean isOpen() {
    return shut == null;
  }

  /** Throws when the transaction is gone; to be followed by {@link #leave}. */
  void enter() {
    if (outer != null) {
      outer.enter();
    }
    lock.lock();
    String reason = shut;
    if (reason != null) {
      leave();
      throw ended(reason);
    }
  }

  void leave() {
    lock.unlock();
    if (outer != null) {
      outer.leave();
    }
  }

  void pass(Runnable action) {
    enter();
    try {
      action.run();
    } finally {
      leave();
    }
  }

  /**
   * Ends the statement that is running, lets nothing in any more, and then runs the last action.
   * False, and nothing happens, when the gate is shut already.
   *
   * @param reason completes "The transaction has ended: "
   */
  boolean shut(String reason, Runnable last) {
    synchronized (this) {
      if (shut != null) {
        return false;
      }
      shut = reason;
    }
    connection.stops().halt(true);
    lock.lock();
    try {
      connection.stops().halt(false);
      last.run();
    } finally {
      lock.unlock();
    }
    return true;
  }

  /** For one who comes too late. */
  TransactionStateException ended() {
    return ended(String.valueOf(shut));
  }

  private static TransactionStateException ended(String reason) {
    return new TransactionStateException(
        "The transaction has ended: " + reason + "; begin a new one");
  }
}
