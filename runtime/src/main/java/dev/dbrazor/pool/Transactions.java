package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.TransactionState;
import dev.dbrazor.TransactionStateException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Begins and ends transactions, on the writer or, those that only read, on readers. */
final class Transactions {
  private final Writer writer;
  private final Readers readers;
  private final ThreadLocal<ThreadState> threads;
  private final Upkeep upkeep;
  private final Set<TransactionHandle> handles = ConcurrentHashMap.newKeySet();

  Transactions(Writer writer, Readers readers, ThreadLocal<ThreadState> threads, Upkeep upkeep) {
    this.writer = writer;
    this.readers = readers;
    this.threads = threads;
    this.upkeep = upkeep;
  }

  /** That of this thread; an error when there is none. */
  RunningTransaction current() {
    RunningTransaction transaction = threads.get().transaction;
    if (transaction == null) {
      throw new TransactionStateException("No transaction is open in this thread");
    }
    return transaction;
  }

  <T extends @Nullable Object, X extends Throwable> T write(
      TransactionBody<T, X> body, Deadline deadline) throws X {
    ThreadState thread = threads.get();
    RunningTransaction running = thread.transaction;
    if (running != null) {
      return running.<T, X>until(deadline, () -> running.nested(body));
    }
    Deadline until = deadline.orEarlier(thread.deadline);
    PooledConnection connection = acquireWriter(thread, "a transaction", until);
    RunningTransaction transaction = new RunningTransaction(connection, true);
    T result;
    try {
      result =
          connection
              .locks()
              .<T, X>until(until, () -> transaction.run(thread, "BEGIN IMMEDIATE", body));
    } catch (Throwable e) {
      giveBackAfter(e, connection);
      throw e;
    }
    giveBackCommitted(connection);
    transaction.actions().forEach(Transactions::runAfterCommit);
    return result;
  }

  /** An outermost one in which foreign keys are not enforced. */
  <T> T rebuild(Work<T> work) {
    ThreadState thread = threads.get();
    PooledConnection connection = acquireWriter(thread, "a migration", Deadline.NONE);
    RunningTransaction transaction = new RunningTransaction(connection, true);
    T result;
    try {
      result =
          connection
              .control()
              .withoutForeignKeys(
                  () -> transaction.run(thread, "BEGIN IMMEDIATE", () -> work.on(connection)));
    } catch (Throwable e) {
      giveBackAfter(e, connection);
      throw e;
    }
    giveBackCommitted(connection);
    return result;
  }

  private void giveBackAfter(Throwable reason, PooledConnection connection) {
    try {
      writer.giveBack(connection);
    } catch (DbRazorException trouble) {
      reason.addSuppressed(trouble);
    }
  }

  /** What fails now cannot undo the commit, and must not hide it. */
  private void giveBackCommitted(PooledConnection connection) {
    try {
      writer.giveBack(connection);
    } catch (DbRazorException trouble) {
      trouble.noteTransactionState(TransactionState.COMMITTED);
      throw trouble;
    }
  }

  private PooledConnection acquireWriter(ThreadState thread, String operation, Deadline until) {
    if (thread.writing != null) {
      throw new TransactionStateException(
          "A transaction cannot begin while a statement of this thread writes");
    }
    return writer.acquire(operation, until);
  }

  <T extends @Nullable Object, X extends Throwable> T read(
      TransactionBody<T, X> body, Deadline deadline) throws X {
    ThreadState thread = threads.get();
    RunningTransaction running = thread.transaction;
    if (running != null) {
      return running.<T, X>until(deadline, () -> running.reading(body));
    }
    PooledConnection connection = readers.borrow(thread, deadline.orEarlier(thread.deadline));
    RunningTransaction transaction = new RunningTransaction(connection, false);
    T result;
    try {
      result = transaction.run(thread, "BEGIN", body);
    } finally {
      readers.giveBack(connection, thread);
    }
    transaction.actions().forEach(Transactions::runAfterCommit);
    return result;
  }

  TransactionHandle begin(boolean writable, Deadline deadline) {
    ThreadState thread = threads.get();
    if (thread.transaction != null) {
      throw new TransactionStateException(
          "This thread is inside a transaction already; a second one would wait for it");
    }
    Deadline until = deadline.orEarlier(thread.deadline);
    PooledConnection connection =
        writable
            ? acquireWriter(thread, "a transaction begun with begin()", until)
            : readers.borrow(thread, until);
    TransactionHandle handle = new TransactionHandle(this, thread, connection, writable);
    handles.add(handle);
    try {
      begin(connection, writable, until);
    } catch (Throwable e) {
      giveBack(handle, connection, thread);
      throw e;
    }
    if (until != Deadline.NONE) {
      String reason =
          "its deadline of " + until.timeout().toMillis() + " ms passed, and it was rolled back";
      handle.expireWith(upkeep.after(until.atMost(Long.MAX_VALUE), () -> handle.cut(reason)));
    }
    return handle;
  }

  private void begin(PooledConnection connection, boolean writable, Deadline until) {
    connection
        .locks()
        .<@Nullable Void, RuntimeException>until(
            until,
            () -> {
              connection.begin(writable ? "BEGIN IMMEDIATE" : "BEGIN");
              return null;
            });
  }

  void giveBack(TransactionHandle handle, PooledConnection connection, ThreadState opening) {
    handles.remove(handle);
    if (handle.writable()) {
      writer.giveBack(connection);
    } else {
      readers.giveBack(connection, opening);
    }
  }

  <T extends @Nullable Object, X extends Throwable> T runOn(
      RunningTransaction transaction, TransactionBody<T, X> body) throws X {
    return transaction.runOn(threads.get(), body);
  }

  void afterCommit(TransactionBody<?, ?> action) {
    RunningTransaction transaction = threads.get().transaction;
    if (transaction != null) {
      transaction.afterCommit(action);
    } else {
      runAfterCommit(action);
    }
  }

  static void runAfterCommit(TransactionBody<?, ?> action) {
    try {
      action.run();
    } catch (Throwable e) {
      PoolLog.LOG.log(Level.ERROR, "An action after a commit failed; the commit stands", e);
    }
  }

  /** Those begun by a thread that closes the database, and would wait for itself. */
  void endOwnedBy(ThreadState thread) {
    handles.stream().filter(handle -> handle.isOwnedBy(thread)).forEach(Transactions::end);
  }

  void endAll() {
    handles.forEach(Transactions::end);
  }

  private static void end(TransactionHandle handle) {
    PoolLog.LOG.log(
        Level.WARNING,
        "A transaction was open when the database was closed; it is rolled back",
        handle.opener());
    handle.cut("the database was closed, and it was rolled back");
  }
}
