package dev.dbrazor.pool;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.TransactionStateException;
import dev.dbrazor.driver.DriverStatement;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections to one file: one writer, several readers, and the transaction of each thread. */
public final class PooledSessions implements Sessions, OpenFile {
  private static final Logger LOG = System.getLogger("dev.dbrazor.pool");
  private static final List<String> UPKEEP =
      List.of("PRAGMA busy_timeout = 100", "PRAGMA optimize", "PRAGMA wal_checkpoint(TRUNCATE)");
  private static final long JITTER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final PoolSettings settings;
  private final PoolState state;
  private final Connections connections;
  private final Permits writePermit;
  private final Permits readPermits;
  private final Permits extraPermits;
  private final Writer writer;
  private final Readers readers;
  private final PoolReport report;
  private final Reaper reaper = new Reaper();
  private final Upkeep upkeep = new Upkeep();
  private final ThreadLocal<ThreadState> threads = ThreadLocal.withInitial(ThreadState::new);
  private final Transactions transactions;
  private final StateSensor sensor;
  private final ConcurrentMap<String, Companion> companions = new ConcurrentHashMap<>();
  private final Quotas quotas;
  private final LoanWatch loanWatch;

  /** Opens the file unless the settings say lazily; nothing stays open when this throws. */
  public PooledSessions(PoolSettings settings) {
    this.settings = settings;
    state = new PoolState(settings.file());
    connections = new Connections(settings, state);
    sensor =
        new StateSensor(
            () -> {
              makeFile();
              return connections.openReader();
            });
    writePermit = new Permits(1, state);
    readPermits = new Permits(settings.readers(), state);
    extraPermits = new Permits(settings.readers(), state);
    writer = new Writer(connections, writePermit, settings);
    readers = new Readers(connections, readPermits, extraPermits, settings, reaper);
    transactions = new Transactions(settings, writer, readers, threads, upkeep);
    quotas = new Quotas(settings, state);
    loanWatch = new LoanWatch(settings.lending(), connections, readers);
    LogWatch log = new LogWatch(settings, writer, upkeep, readers::forEachOpener);
    writer.watchedBy(log);
    report =
        new PoolReport(
            settings, connections, writer, readers, log, writePermit, readPermits, extraPermits);
    if (!settings.lazy()) {
      open();
    }
    lookAfter();
  }

  private void lookAfter() {
    long interval = loanWatch.interval();
    if (interval > 0) {
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
      return connection
          .control()
          .waitingUntil(until, settings.busyTimeout(), () -> work.on(connection));
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

  @Override
  public OpenFile file() {
    return this;
  }

  // A name belongs to one kind of companion.
  @Override
  @SuppressWarnings("unchecked")
  public <T extends Companion> T companion(String name, Supplier<T> make) {
    return (T) companions.computeIfAbsent(name, unknown -> make.get());
  }

  @Override
  public boolean seesUncommitted() {
    RunningTransaction transaction = threads.get().transaction;
    return transaction != null && transaction.isOnWriter();
  }

  @Override
  public boolean mayStore() {
    ThreadState thread = threads.get();
    boolean busy = thread.transaction != null || thread.writing != null;
    return !busy && !settings.readOnly() && !settings.temporary();
  }

  @Override
  public void listen(@Nullable CommitListener listener) {
    writer.listen(listener);
  }

  @Override
  public void lookForOthers() {
    if (!settings.readOnly()) {
      writer.lookForOthers();
    } else if (read(session -> ((PooledConnection) session).changes().changedByOthers())) {
      writer.tellOfChange();
    }
  }

  private void closeCompanions() {
    for (Companion companion : companions.values()) {
      try {
        companion.closing(this);
      } catch (DbRazorException e) {
        LOG.log(Level.WARNING, "Nothing could be stored while closing", e);
      }
    }
  }

  @Override
  public long stateNumber() {
    if (state.closing()) {
      throw new DatabaseClosedException(state.closed("is closed; open it again"));
    }
    return sensor.version();
  }

  @Override
  public boolean inTransaction() {
    return threads.get().transaction != null;
  }

  /** As {@link #backupTo(Path, BackupListener)}, telling nobody how far it is. */
  public void backupTo(Path file) {
    backupTo(file, (written, expected) -> {});
  }

  /**
   * Copies the database as it is now into a new file, on a connection of its own: reading and
   * writing go on.
   */
  public void backupTo(Path file, BackupListener progress) {
    requireNoTransaction("A backup");
    Backup backup = Backup.to(file);
    // Another connection stays open, so that closing the backup's own one leaves the log alone.
    read(session -> session);
    backup.run(connections, extraPermits, settings.lockTimeout(), progress);
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

  /** Brings the planner's statistics up, where tables have changed much. */
  public void optimize() {
    requireNoTransaction("Optimizing");
    write(
        session -> {
          LogWatch.optimize(session);
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
    RunningTransaction transaction = thread.transaction;
    if (transaction != null) {
      return transaction.hold(deadline.orEarlier(thread.deadline));
    }
    makeFile();
    return readers.hold(thread, deadline.orEarlier(thread.deadline));
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
    closeCompanions();
    state.close();
    readers.releaseOwnedBy(thread);
    transactions.endOwnedBy(thread);
    List<Permits> all = List.of(writePermit, readPermits, extraPermits);
    all.forEach(Permits::shut);
    quotas.shut();
    if (!awaitReturned(all, settings.closeTimeout().toNanos())) {
      transactions.endAll();
      connections.interruptAll();
      if (!awaitReturned(all, GRACE_NANOS)) {
        LOG.log(
            Level.WARNING,
            "Connections still in use were closed under their users; see below for cursors");
        readers.logHolds(LOG);
      }
    }
    reaper.stop();
    upkeep.stop();
    lastUpkeep();
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
  private void lastUpkeep() {
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
