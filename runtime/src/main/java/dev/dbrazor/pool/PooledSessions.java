package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.TransactionStateException;
import dev.dbrazor.driver.DriverStatement;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections to one file: one writer, several readers, and the transaction of each thread. */
public final class PooledSessions implements Sessions {
  private static final Logger LOG = System.getLogger("dev.dbrazor.pool");
  private static final List<String> UPKEEP =
      List.of("PRAGMA busy_timeout = 100", "PRAGMA optimize", "PRAGMA wal_checkpoint(TRUNCATE)");
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final PoolSettings settings;
  private final PoolState state = new PoolState();
  private final Connections connections;
  private final Permits writePermit;
  private final Permits readPermits;
  private final Permits extraPermits;
  private final Writer writer;
  private final Readers readers;
  private final PoolReport report;
  private final ThreadLocal<ThreadState> threads = ThreadLocal.withInitial(ThreadState::new);

  /** Opens the file unless the settings say lazily; nothing stays open when this throws. */
  public PooledSessions(PoolSettings settings) {
    this.settings = settings;
    connections = new Connections(settings, state);
    writePermit = new Permits(1, state);
    readPermits = new Permits(settings.readers(), state);
    extraPermits = new Permits(settings.readers(), state);
    writer = new Writer(connections, writePermit, settings.lockTimeout());
    readers =
        new Readers(
            connections, readPermits, extraPermits, settings.readers(), settings.lockTimeout());
    report = new PoolReport(settings, connections, writer, writePermit, readPermits, extraPermits);
    if (!settings.lazy()) {
      open();
    }
  }

  private void open() {
    if (settings.readOnly()) {
      read(session -> session);
    } else {
      writer.open();
    }
  }

  PoolSettings settings() {
    return settings;
  }

  @Override
  public Sessions within(Duration timeout) {
    return new TimedSessions(this, Deadline.after(timeout));
  }

  @Override
  public <T> T read(Work<T> work) {
    return read(work, Deadline.NONE);
  }

  <T> T read(Work<T> work, Deadline deadline) {
    ThreadState thread = threads.get();
    Transaction transaction = thread.transaction;
    if (transaction != null) {
      return work.on(transaction.connection());
    }
    PooledConnection reader = borrow(thread, deadline);
    try {
      return work.on(reader);
    } finally {
      readers.giveBack(reader, thread);
    }
  }

  private PooledConnection borrow(ThreadState thread, Deadline deadline) {
    makeFile();
    return readers.borrow(thread, deadline);
  }

  /** A reader cannot make the file, nor put it into WAL mode. */
  private void makeFile() {
    if (settings.lazy() && !settings.readOnly() && !state.closing()) {
      writer.open();
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    return write(work, Deadline.NONE);
  }

  <T> T write(Work<T> work, Deadline deadline) {
    ThreadState thread = threads.get();
    Transaction transaction = thread.transaction;
    if (transaction != null) {
      transaction.requireWritable();
      return work.on(transaction.connection());
    }
    PooledConnection outer = thread.writing;
    if (outer != null) {
      return work.on(outer);
    }
    PooledConnection connection = acquireWriter("a single statement", deadline);
    thread.writing = connection;
    try {
      return connection.waitingUntil(deadline, settings.busyTimeout(), () -> work.on(connection));
    } finally {
      thread.writing = null;
      writer.giveBack(connection);
    }
  }

  private PooledConnection acquireWriter(String operation, Deadline deadline) {
    if (settings.readOnly()) {
      throw new ReadOnlyDatabaseException(
          "The database " + settings.file() + " was opened read-only");
    }
    return writer.acquire(operation, deadline);
  }

  @Override
  public <T> T atomically(Work<T> work) {
    return atomically(work, Deadline.NONE);
  }

  <T> T atomically(Work<T> work, Deadline deadline) {
    return this.<T, RuntimeException>transaction(() -> work.on(current()), deadline);
  }

  private Session current() {
    Transaction transaction = threads.get().transaction;
    if (transaction == null) {
      throw new TransactionStateException("No transaction is open in this thread");
    }
    return transaction.connection();
  }

  /**
   * All or nothing: commits when the body returns, rolls back when it throws; a savepoint inside a
   * transaction of this thread.
   */
  public <T extends @Nullable Object, X extends Throwable> T transaction(TransactionBody<T, X> body)
      throws X {
    return transaction(body, Deadline.NONE);
  }

  private <T extends @Nullable Object, X extends Throwable> T transaction(
      TransactionBody<T, X> body, Deadline deadline) throws X {
    ThreadState thread = threads.get();
    Transaction running = thread.transaction;
    if (running != null) {
      return running.nested(body);
    }
    if (thread.writing != null) {
      throw new TransactionStateException(
          "A transaction cannot begin while a statement of this thread writes");
    }
    PooledConnection connection = acquireWriter("a transaction", deadline);
    Transaction transaction = new Transaction(connection, true);
    T result;
    try {
      result =
          connection.<T, X>waitingUntil(
              deadline,
              settings.busyTimeout(),
              () -> transaction.run(thread, "BEGIN IMMEDIATE", body));
    } finally {
      writer.giveBack(connection);
    }
    transaction.actions().forEach(PooledSessions::runAfterCommit);
    return result;
  }

  /**
   * One snapshot for all reads of the body. A write in it is a {@link ReadOnlyDatabaseException}.
   */
  public <T extends @Nullable Object, X extends Throwable> T readTransaction(
      TransactionBody<T, X> body) throws X {
    ThreadState thread = threads.get();
    Transaction running = thread.transaction;
    if (running != null) {
      return running.reading(body);
    }
    PooledConnection connection = borrow(thread, Deadline.NONE);
    Transaction transaction = new Transaction(connection, false);
    T result;
    try {
      result = transaction.run(thread, "BEGIN", body);
    } finally {
      readers.giveBack(connection, thread);
    }
    transaction.actions().forEach(PooledSessions::runAfterCommit);
    return result;
  }

  /**
   * Runs an action after the outermost transaction of this thread has committed, and not at all
   * when it, or the savepoint, is rolled back; at once outside a transaction. A failure of the
   * action is logged: the commit stands, and its result is not hidden.
   */
  public void afterCommit(TransactionBody<?, ?> action) {
    Transaction transaction = threads.get().transaction;
    if (transaction != null) {
      transaction.afterCommit(action);
    } else {
      runAfterCommit(action);
    }
  }

  private static void runAfterCommit(TransactionBody<?, ?> action) {
    try {
      action.run();
    } catch (Throwable e) {
      LOG.log(Level.ERROR, "An action after a commit failed; the commit stands", e);
    }
  }

  /** Whether this thread is inside a transaction, reading ones included. */
  public boolean inTransaction() {
    return threads.get().transaction != null;
  }

  /**
   * Copies the database as it is now into a new file, on a connection of its own: reading and
   * writing go on.
   */
  public void backupTo(Path file) {
    requireNoTransaction("A backup");
    Backup backup = Backup.to(file);
    // Another connection stays open, so that closing the backup's own one leaves the log alone.
    read(session -> session);
    backup.run(connections, extraPermits, settings.lockTimeout());
  }

  /** Moves the log into the file; see {@link Checkpoint}. */
  public void checkpoint() {
    requireNoTransaction("A checkpoint");
    write(
        session -> {
          Checkpoint.run(session);
          return session;
        });
  }

  public PoolReport report() {
    return report;
  }

  private void requireNoTransaction(String operation) {
    ThreadState thread = threads.get();
    if (thread.transaction != null || thread.writing != null) {
      throw new TransactionStateException(operation + " cannot be made inside a transaction");
    }
  }

  @Override
  public Lease hold() {
    return hold(Deadline.NONE);
  }

  Lease hold(Deadline deadline) {
    ThreadState thread = threads.get();
    Transaction transaction = thread.transaction;
    if (transaction != null) {
      return transaction.hold();
    }
    makeFile();
    return readers.hold(thread, deadline);
  }

  /** True once closing has begun. */
  public boolean closed() {
    return state.closing();
  }

  /**
   * Sends waiting threads away, waits for work in progress up to the deadline, interrupts what is
   * left, and releases the file. Must not be called inside a transaction of the calling thread.
   * Only the first call does anything.
   */
  void close() {
    ThreadState thread = threads.get();
    if (state.closing()) {
      return;
    }
    state.close();
    readers.releaseOwnedBy(thread);
    List<Permits> all = List.of(writePermit, readPermits, extraPermits);
    all.forEach(Permits::shut);
    if (!awaitReturned(all, settings.closeTimeout().toNanos())) {
      connections.interruptAll();
      if (!awaitReturned(all, GRACE_NANOS)) {
        LOG.log(
            Level.WARNING,
            "Connections still in use were closed under their users; see below for cursors");
        readers.logHolds(LOG);
      }
    }
    readers.stop();
    upkeep();
    connections.closeAll();
    threads.remove();
    if (settings.temporary()) {
      TemporaryFile.delete(settings.file());
    }
  }

  private static boolean awaitReturned(List<Permits> all, long nanos) {
    long deadline = System.nanoTime() + nanos;
    boolean returned = true;
    for (Permits permits : all) {
      returned &= permits.awaitReturned(deadline - System.nanoTime());
    }
    return returned;
  }

  /**
   * Statistics for the planner, and an empty log; neither is worth failing for, nor waiting long
   * for other processes.
   */
  private void upkeep() {
    PooledConnection idle = writer.idle();
    if (idle == null || !writePermit.awaitReturned(0)) {
      return;
    }
    for (String sql : UPKEEP) {
      try (DriverStatement statement = idle.upkeep(sql)) {
        statement.step();
      } catch (DbRazorException e) {
        LOG.log(Level.WARNING, "Upkeep while closing failed: " + sql, e);
      }
    }
  }
}
