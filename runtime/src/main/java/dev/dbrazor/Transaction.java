package dev.dbrazor;

import dev.dbrazor.hook.Hooks;
import dev.dbrazor.pool.TransactionHandle;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that belongs to no thread: for work that begins on one and goes on on another.
 * Mostly {@link Database#transaction(ThrowingSupplier)} is the better choice, which ends by itself.
 *
 * <pre>{@code
 * try (Transaction tx = db.begin()) {
 *   pool.submit(() -> tx.run(() -> orders.insert(order))).get();
 *   tx.commit();
 * }
 * }</pre>
 *
 * <p>It holds the write lock from {@link Database#begin()} until it ends: by {@link #commit},
 * {@link #rollback}, {@link #close}, its deadline, or the end of the database. After that each use
 * is a {@link TransactionStateException} that says what ended it; only {@link #close} may follow.
 * One that is forgotten is reported with the place it was begun at, and rolled back, when it is
 * collected.
 */
public final class Transaction implements AutoCloseable {
  private final TransactionHandle handle;
  private final @Nullable Hooks hooks;

  Transaction(TransactionHandle handle, @Nullable Hooks hooks) {
    this.handle = handle;
    this.hooks = hooks;
  }

  /**
   * Runs the body as part of the transaction, on the calling thread. What it throws comes out
   * unchanged and ends nothing: go on, or roll back. Streams opened in it are closed at its end.
   *
   * @throws TransactionStateException while another thread runs a body in it, inside such a body,
   *     inside another transaction of this thread, or after the end
   */
  public <T extends @Nullable Object, X extends Throwable> T run(ThrowingSupplier<T, X> body)
      throws X {
    try {
      return handle.run(body::get);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** As {@link #run(ThrowingSupplier)}, without a value. */
  public <X extends Throwable> void run(ThrowingRunnable<X> body) throws X {
    this.<@Nullable Void, X>run(
        () -> {
          body.run();
          return null;
        });
  }

  /**
   * Commits, and runs the actions given to {@link Database#afterCommit} here. When it throws, the
   * transaction has ended, too.
   *
   * @throws TransactionStateException while a thread runs a body in it, or after the end
   */
  public void commit() {
    if (hooks == null) {
      handle.commit();
    } else {
      hooks.committing(handle::commit);
    }
  }

  /**
   * Rolls back; a statement that another thread runs in the transaction is ended.
   *
   * @throws TransactionStateException inside a body of this thread, or after the end
   */
  public void rollback() {
    handle.rollback();
    tellOfRollback();
  }

  /** Rolls back unless it has ended. */
  @Override
  public void close() {
    if (handle.close()) {
      tellOfRollback();
    }
  }

  private void tellOfRollback() {
    if (hooks != null) {
      hooks.rolledBack(new TransactionStateException("The transaction was rolled back"));
    }
  }
}
