package dev.dbrazor.pool;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.TransactionStateException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections to one file: one writer, several readers, and the transaction of each thread. */
public final class PooledSessions implements Sessions {
  private static final long JITTER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final PoolSettings settings;
  private final PoolState state;
  private final Connections connections;
  private final Writer writer;
  private final Readers readers;
  private final PoolReport report;
  private final Reaper reaper = new Reaper();
  private final Upkeep upkeep = new Upkeep();
  private final ThreadLocal<ThreadState> threads = new EachThread();
  private final Transactions transactions;
  private final SharedFile file;
  private final Quotas quotas;
  private final Permits extraPermits;
  private final PoolClosing closing;

  /** Kept here alone, so that it ends with the pool; null when there is nothing to watch. */
  private @Nullable LoanWatch loanWatch;

  /** Opens the file unless the settings say lazily; nothing stays open when this throws. */
  public PooledSessions(PoolSettings settings) {
    this.settings = settings;
    state = new PoolState(settings.file());
    connections = new Connections(settings, state);
    Permits writePermit = new Permits(1, state);
    Permits readPermits = new Permits(settings.readers(), state);
    extraPermits = new Permits(settings.readers(), state);
    writer = new Writer(connections, writePermit, settings);
    readers = new Readers(connections, readPermits, extraPermits, settings, reaper);
    transactions = new Transactions(writer, readers, threads, upkeep);
    file = new SharedFile(this, state, writer, threads, new StateSensor(this));
    quotas = new Quotas(settings, state);
    LogWatch log = new LogWatch(settings, writer, upkeep, readers);
    writer.watchedBy(log);
    List<Permits> permits = List.of(writePermit, readPermits, extraPermits);
    closing = new PoolClosing(connections, writer, readers, transactions, log, permits);
    report =
        new PoolReport(
            settings, connections, writer, readers, log, writePermit, readPermits, extraPermits);
    if (!settings.lazy()) {
      open();
    }
    lookAfter();
  }

  private void lookAfter() {
    long interval = settings.lending().interval();
    if (interval > 0) {
      loanWatch = new LoanWatch(settings.lending(), connections, readers);
      upkeep.every(interval, loanWatch);
    }
    for (int i = 0; i < settings.lending().warmReaders(); i++) {
      upkeep.after(ThreadLocalRandom.current().nextLong(JITTER_NANOS), readers::warm);
    }
  }

  /** Readers at a time, 1 to 256; those in use that are too many end with their use. */
  public void resizeReaders(int count) {
    readers.resize(count);
  }

  /** The body in the name of a caller that has a quota. */
  public <T extends @Nullable Object, X extends Throwable> T as(
      String caller, TransactionBody<T, X> body) throws X {
    return quotas.run(threads.get(), caller, body);
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

  PooledConnection openSensor() {
    makeFile();
    return connections.openReader();
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
    RunningTransaction transaction = thread.transaction;
    if (transaction != null) {
      return transaction.on(work, deadline);
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
    return readers.borrow(thread, deadline.orEarlier(thread.deadline));
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
    RunningTransaction transaction = thread.transaction;
    if (transaction != null) {
      transaction.requireWritable();
      return transaction.on(work, deadline);
    }
    PooledConnection outer = thread.writing;
    if (outer != null) {
      return outer.stops().until(deadline, () -> work.on(outer));
    }
    Deadline until = deadline.orEarlier(thread.deadline);
    PooledConnection connection = writer.acquire("a single statement", until);
    thread.writing = connection;
    try {
      return connection.locks().until(until, () -> work.on(connection));
    } finally {
      thread.writing = null;
      writer.giveBack(connection);
    }
  }

  @Override
  public <T> T atomically(Work<T> work) {
    return atomically(work, Deadline.NONE);
  }

  <T> T atomically(Work<T> work, Deadline deadline) {
    return this.<T, RuntimeException>transaction(
        () -> work.on(transactions.current().session()), deadline);
  }

  /**
   * All or nothing: commits when the body returns, rolls back when it throws; a savepoint inside a
   * transaction of this thread.
   */
  public <T extends @Nullable Object, X extends Throwable> T transaction(TransactionBody<T, X> body)
      throws X {
    return transactions.write(body, Deadline.NONE);
  }

  /** The same, with a deadline for the lock, the statements and the commit. */
  public <T extends @Nullable Object, X extends Throwable> T transaction(
      TransactionBody<T, X> body, Deadline deadline) throws X {
    return transactions.write(body, deadline);
  }

  /**
   * As {@link #transaction}, but outermost and with foreign keys not enforced, as is needed to make
   * a table anew under the references to it.
   */
  public <T> T rebuilding(Work<T> work) {
    requireNoTransaction("A migration");
    return transactions.rebuild(work);
  }

  /**
   * One snapshot for all reads of the body. A write in it is a {@link
   * dev.dbrazor.ReadOnlyDatabaseException}.
   */
  public <T extends @Nullable Object, X extends Throwable> T readTransaction(
      TransactionBody<T, X> body) throws X {
    return readTransaction(body, Deadline.NONE);
  }

  /** The same, with a deadline. */
  public <T extends @Nullable Object, X extends Throwable> T readTransaction(
      TransactionBody<T, X> body, Deadline deadline) throws X {
    makeFile();
    return transactions.read(body, deadline);
  }

  /** A transaction that may be carried from thread to thread; reading ones see one snapshot. */
  public TransactionHandle begin(boolean writable, Deadline deadline) {
    makeFile();
    return transactions.begin(writable, deadline);
  }

  /**
   * Watches a handle: when its user is collected without having ended it, it is rolled back and
   * reported.
   */
  public void watch(TransactionHandle handle, Object user) {
    reaper.watch(user, handle::abandon);
  }

  /** Hands the transaction of this thread to another thread, until the loan is closed. */
  public TransactionLoan lend() {
    return new TransactionLoan(transactions, transactions.current());
  }

  /** Everything this thread does in the body ends by the deadline, or by an earlier one. */
  public <T extends @Nullable Object, X extends Throwable> T until(
      Deadline deadline, TransactionBody<T, X> body) throws X {
    ThreadState thread = threads.get();
    Deadline before = thread.deadline;
    thread.deadline = before.orEarlier(deadline);
    RunningTransaction transaction = thread.transaction;
    try {
      return transaction == null ? body.run() : transaction.until(deadline, body);
    } finally {
      thread.deadline = before;
    }
  }

  /** By when what this thread does must end, as {@link #until} has set it. */
  public Deadline deadline() {
    return threads.get().deadline;
  }

  /**
   * Runs an action after the outermost transaction of this thread has committed, and not at all
   * when it, or the savepoint, is rolled back; at once outside a transaction. A failure of the
   * action is logged: the commit stands, and its result is not hidden.
   */
  public void afterCommit(TransactionBody<?, ?> action) {
    transactions.afterCommit(action);
  }

  /** Tells the listener, which is held weakly, of threads that wait for a connection. */
  public void tellWaits(WaitListener listener) {
    state.tellWaits(listener);
  }

  @Override
  public OpenFile file() {
    return file;
  }

  /** Whether this thread is inside a transaction, reading ones included. */
  public boolean inTransaction() {
    return threads.get().transaction != null;
  }

  public PoolReport report() {
    return report;
  }

  public Maintenance maintenance() {
    return new Maintenance(this, connections, extraPermits);
  }

  void requireNoTransaction(String operation) {
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
    RunningTransaction transaction = thread.transaction;
    if (transaction != null) {
      return transaction.hold(deadline.orEarlier(thread.deadline));
    }
    makeFile();
    return readers.hold(thread, deadline.orEarlier(thread.deadline));
  }

  /** The error of whoever uses it after its end. */
  public DatabaseClosedException useAfterClose() {
    return new DatabaseClosedException(state.closed("is closed; open it again"));
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
    if (state.closing()) {
      return;
    }
    file.closing();
    state.close();
    quotas.shut();
    closing.endWork(threads.get(), settings.closeTimeout());
    reaper.stop();
    upkeep.stop();
    closing.leaveFile();
    threads.remove();
    if (settings.temporary()) {
      TemporaryFile.delete(settings.file());
    }
  }

  /** The state of each thread, as of its first use of the pool. */
  private static final class EachThread extends ThreadLocal<ThreadState> {
    @Override
    protected ThreadState initialValue() {
      return new ThreadState();
    }
  }
}
