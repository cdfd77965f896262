package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.TransactionState;
import dev.dbrazor.TransactionStateException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of one thread at a time, with its savepoints: rollback is what happens unless the
 * body returns.
 */
final class RunningTransaction {
  private final PooledConnection connection;
  private final @Nullable Gate gate;
  private final Session session;
  private final List<TransactionBody<?, ?>> afterCommit = new ArrayList<>(0);
  private final List<TransactionLease> leases = new ArrayList<>(0);
  private final boolean onWriter;
  private boolean writable;
  private int depth;

  /** While it is lent its owner must not use it. */
  private boolean lent;

  RunningTransaction(PooledConnection connection, boolean writable) {
    this.connection = connection;
    this.gate = null;
    this.session = connection;
    this.onWriter = writable;
    this.writable = writable;
  }

  /** One that another thread may end: everything it does goes through the gate. */
  RunningTransaction(PooledConnection connection, boolean writable, Gate gate) {
    this.connection = connection;
    this.gate = gate;
    this.session = new GatedSession(connection, gate);
    this.onWriter = writable;
    this.writable = writable;
  }

  PooledConnection connection() {
    return connection;
  }

  boolean writable() {
    return writable;
  }

  Session session() {
    requireAtHome();
    return session;
  }

  /** Statements within the work end by the deadline. */
  <T> T on(Work<T> work, Deadline until) {
    return until(until, () -> work.on(session()));
  }

  /** Statements within the body end by the deadline, or by an earlier one. */
  <T extends @Nullable Object, X extends Throwable> T until(
      Deadline until, TransactionBody<T, X> body) throws X {
    return session instanceof GatedSession gated
        ? gated.until(until, body)
        : connection.stops().until(until, body);
  }

  void lent(boolean now) {
    lent = now;
  }

  private void requireAtHome() {
    if (lent) {
      throw new TransactionStateException(
          "The transaction is lent to another thread; wait for that, or take it back");
    }
  }

  /** Whether it sees what it has written and nobody else sees yet. */
  boolean isOnWriter() {
    return onWriter;
  }

  void requireWritable() {
    if (!writable) {
      throw new ReadOnlyDatabaseException("A read transaction cannot write");
    }
  }

  /** The outermost body, between BEGIN and COMMIT. */
  <T extends @Nullable Object, X extends Throwable> T run(
      ThreadState state, String begin, TransactionBody<T, X> body) throws X {
    connection.begin(begin);
    state.transaction = this;
    T result;
    try {
      result = body.run();
    } catch (Throwable e) {
      state.transaction = null;
      rollbackAfter(e);
      throw e;
    }
    state.transaction = null;
    commit();
    return result;
  }

  /** A body on a thread that has no transaction of its own; begins and ends nothing. */
  <T extends @Nullable Object, X extends Throwable> T runOn(
      ThreadState state, TransactionBody<T, X> body) throws X {
    if (state.transaction != null || state.writing != null) {
      throw new TransactionStateException(
          "This thread is inside a transaction of its own; end that first, or use another thread");
    }
    state.transaction = this;
    try {
      return body.run();
    } finally {
      state.transaction = null;
      closeLeases(0);
    }
  }

  /** Commits, unless the deadline has passed; throws with nothing left open. */
  void commit() {
    closeLeases(0);
    Deadline limit = connection.stops().limit();
    if (writable && limit.passed()) {
      DbRazorException late = limit.error("The transaction did not end", null, null);
      rollbackAfter(late);
      throw late;
    }
    connection.commit();
  }

  void rollbackAfter(Throwable reason) {
    closeLeases(0);
    connection.rollbackAfter(reason);
    if (reason instanceof DbRazorException error && wasOpen(error)) {
      error.noteTransactionState(TransactionState.ROLLED_BACK);
    }
  }

  private static boolean wasOpen(DbRazorException error) {
    return switch (error.transactionState()) {
      case NONE, ACTIVE, DOOMED -> true;
      case ROLLED_BACK, COMMITTED, UNKNOWN -> false;
    };
  }

  /** A body inside the transaction, between SAVEPOINT and RELEASE. */
  <T extends @Nullable Object, X extends Throwable> T nested(TransactionBody<T, X> body) throws X {
    requireWritable();
    requireAtHome();
    int actionsBefore = afterCommit.size();
    int leasesBefore = leases.size();
    savepoint();
    T result;
    try {
      result = body.run();
    } catch (Throwable e) {
      closeLeases(leasesBefore);
      rollbackToSavepoint(e);
      afterCommit.subList(actionsBefore, afterCommit.size()).clear();
      throw e;
    }
    closeLeases(leasesBefore);
    release();
    return result;
  }

  private void savepoint() {
    pass(
        () -> {
          connection.savepoint();
          depth++;
        });
  }

  private void release() {
    pass(
        () -> {
          connection.release();
          depth--;
        });
  }

  private void rollbackToSavepoint(Throwable reason) {
    if (gate == null || gate.isOpen()) { // who shut it undoes all savepoints
      pass(
          () -> {
            connection.rollbackToSavepoint(reason);
            depth--;
          });
    }
  }

  private void pass(Runnable action) {
    if (gate == null) {
      action.run();
    } else {
      gate.pass(action);
    }
  }

  @Nullable Gate gate() {
    return gate;
  }

  /** Savepoints not released: those of a body that was cut short. */
  int depth() {
    return depth;
  }

  /** A body that may only read, inside a transaction that may do more. */
  <T extends @Nullable Object, X extends Throwable> T reading(TransactionBody<T, X> body) throws X {
    boolean before = writable;
    writable = false;
    try {
      return body.run();
    } finally {
      writable = before;
    }
  }

  Lease hold(Deadline until) {
    TransactionLease lease = new TransactionLease(this, until);
    leases.add(lease);
    return lease;
  }

  void forget(TransactionLease lease) {
    leases.remove(lease);
  }

  private void closeLeases(int from) {
    for (int last = leases.size() - 1; last >= from; last = leases.size() - 1) {
      leases.get(last).close();
    }
  }

  void afterCommit(TransactionBody<?, ?> action) {
    afterCommit.add(action);
  }

  List<TransactionBody<?, ?>> actions() {
    return afterCommit;
  }
}
