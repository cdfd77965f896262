package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.TransactionState;
import dev.dbrazor.TransactionStateException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A transaction that belongs to no thread: each may run a body in it, one at a time. */
public final class TransactionHandle {
  private final Transactions transactions;
  private final ThreadState opening;
  private final RunningTransaction transaction;
  private final PooledConnection connection;
  private final Gate gate;
  private final Throwable opener =
      new Throwable(
          "A transaction was begun here by thread '" + Thread.currentThread().getName() + "'");
  private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
  private @Nullable Future<?> expiry;

  TransactionHandle(
      Transactions transactions,
      ThreadState opening,
      PooledConnection connection,
      boolean writable) {
    this.transactions = transactions;
    this.opening = opening;
    this.connection = connection;
    this.gate = new Gate(connection, null);
    this.transaction = new RunningTransaction(connection, writable, gate);
  }

  void expireWith(Future<?> timer) {
    expiry = timer;
  }

  Throwable opener() {
    return opener;
  }

  boolean isOwnedBy(ThreadState thread) {
    return opening == thread;
  }

  boolean writable() {
    return transaction.writable();
  }

  /** On the calling thread, which must be in no transaction; what it throws ends nothing. */
  public <T extends @Nullable Object, X extends Throwable> T run(TransactionBody<T, X> body)
      throws X {
    take("run a body");
    try {
      return transactions.runOn(transaction, body);
    } finally {
      user.set(null);
    }
  }

  private void take(String purpose) {
    requireOpen();
    Thread current = Thread.currentThread();
    Thread other = user.compareAndExchange(null, current);
    if (other != null) {
      throw new TransactionStateException(
          other == current
              ? "Inside its own body a transaction cannot " + purpose
              : "The transaction is in use by thread '"
                  + other.getName()
                  + "' and cannot "
                  + purpose
                  + " now; wait for that thread");
    }
  }

  private void requireOpen() {
    if (!gate.isOpen()) {
      throw gate.ended();
    }
  }

  public void commit() {
    take("commit");
    try {
      if (!end("it was committed", transaction::commit)) {
        throw gate.ended();
      }
    } finally {
      user.set(null);
    }
    transaction.actions().forEach(Transactions::runAfterCommit);
  }

  /** Also while another thread is inside, whose statement is then ended. */
  public void rollback() {
    requireOutside();
    if (!end("it was rolled back", () -> undo(connection))) {
      throw gate.ended();
    }
  }

  /**
   * Rolls back unless it has ended.
   *
   * @return whether it did
   */
  public boolean close() {
    if (!gate.isOpen()) {
      return false;
    }
    requireOutside();
    return end("it was closed without a commit, and rolled back", () -> undo(connection));
  }

  private void requireOutside() {
    if (user.get() == Thread.currentThread()) {
      throw new TransactionStateException("Inside its own body a transaction cannot end");
    }
  }

  /** For its deadline, or the end of the database. */
  void cut(String reason) {
    try {
      end(reason, () -> undo(connection));
    } catch (DbRazorException e) {
      PoolLog.LOG.log(Level.WARNING, "A transaction could not be rolled back", e);
    }
  }

  /** Nobody can use it any more. */
  void abandon() {
    if (gate.isOpen()) {
      PoolLog.LOG.log(Level.WARNING, "A transaction was never ended; it is rolled back", opener);
      cut("it was forgotten, and rolled back");
    }
  }

  private boolean end(String reason, Runnable last) {
    return gate.shut(
        reason,
        () -> {
          try {
            last.run();
          } finally {
            transactions.giveBack(this, connection, opening);
            Future<?> timer = expiry;
            if (timer != null) {
              timer.cancel(false);
            }
          }
        });
  }

  private static void undo(PooledConnection connection) {
    TransactionStateException trouble = new TransactionStateException("Cannot roll back");
    trouble.noteTransactionState(TransactionState.ROLLED_BACK);
    connection.rollbackAfter(trouble);
    if (trouble.getSuppressed().length > 0) {
      throw trouble;
    }
  }
}
