package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.TransactionState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of one thread, with its savepoints: rollback is what happens unless the body
 * returns.
 */
final class Transaction {
  private final PooledConnection connection;
  private final List<TransactionBody<?, ?>> afterCommit = new ArrayList<>(0);
  private final List<TransactionLease> leases = new ArrayList<>(0);
  private boolean writable;

  Transaction(PooledConnection connection, boolean writable) {
    this.connection = connection;
    this.writable = writable;
  }

  PooledConnection connection() {
    return connection;
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
      closeLeases(0);
      connection.rollbackAfter(e);
      if (e instanceof DbRazorException error && wasOpen(error)) {
        error.noteTransactionState(TransactionState.ROLLED_BACK);
      }
      throw e;
    }
    state.transaction = null;
    closeLeases(0);
    connection.commit();
    return result;
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
    int actionsBefore = afterCommit.size();
    int leasesBefore = leases.size();
    connection.savepoint();
    T result;
    try {
      result = body.run();
    } catch (Throwable e) {
      closeLeases(leasesBefore);
      connection.rollbackToSavepoint(e);
      afterCommit.subList(actionsBefore, afterCommit.size()).clear();
      throw e;
    }
    closeLeases(leasesBefore);
    connection.release();
    return result;
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

  Lease hold() {
    TransactionLease lease = new TransactionLease(this);
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
