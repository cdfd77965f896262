package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.ReadOnlyDatabaseException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one writing connection, behind a fair lock that knows its holder. */
final class Writer {
  private final Connections connections;
  private final Permits permits;
  private final PoolSettings settings;
  private final Duration timeout;
  private @Nullable PooledConnection connection;

  private @Nullable LogWatch log;
  private volatile @Nullable CommitListener commits;
  private volatile @Nullable Thread holder;
  private volatile String operation = "";
  private volatile long since;

  Writer(Connections connections, Permits permits, PoolSettings settings) {
    this.connections = connections;
    this.permits = permits;
    this.settings = settings;
    this.timeout = settings.lockTimeout();
  }

  /** Waits for the writer, and opens it when there is none. */
  PooledConnection acquire(String forOperation, Deadline deadline) {
    if (settings.readOnly()) {
      throw new ReadOnlyDatabaseException(
          "The database " + settings.file() + " was opened read-only");
    }
    long asked = System.nanoTime();
    boolean waited = !permits.tryAcquire();
    if (waited && !permits.acquireConnection(true, deadline.atMost(timeout.toNanos()))) {
      throw timedOut(deadline);
    }
    try {
      PooledConnection acquired = open();
      acquired.loans().begin(asked, waited, settings.lending().watched() ? new Borrower() : null);
      acquired.stops().limit(deadline);
      acquired.changes().record(commits != null);
      operation = forOperation;
      since = System.nanoTime();
      holder = Thread.currentThread();
      return acquired;
    } catch (Throwable e) {
      permits.release();
      throw e;
    }
  }

  void giveBack(PooledConnection used) {
    used.loans().end();
    try {
      LogWatch watch = log;
      if (watch != null && !used.isUnusable()) {
        watch.wrote(used);
      }
    } catch (DbRazorException e) {
      PoolLog.LOG.log(Level.WARNING, "The log could not be looked after", e);
    } finally {
      release(used);
    }
  }

  /** On the upkeep thread, uncounted; false when somebody has the writer or it is not open. */
  boolean whenFree(String forOperation, Consumer<PooledConnection> work) {
    PooledConnection idle = idle();
    if (idle == null || !permits.tryAcquire()) {
      return false;
    }
    try {
      operation = forOperation;
      since = System.nanoTime();
      holder = Thread.currentThread();
      idle.changes().record(commits != null);
      work.accept(idle);
    } finally {
      release(idle);
    }
    return true;
  }

  void watchedBy(LogWatch watch) {
    log = watch;
  }

  private void release(PooledConnection used) {
    holder = null;
    CommitListener told = commits;
    Set<String> changes = null;
    try {
      if (!used.clean()) {
        discard(used);
      } else if (told != null) {
        changes = used.changes().take();
      }
    } finally {
      permits.release();
    }
    if (told != null) {
      tell(told, changes);
    }
  }

  private static void tell(CommitListener told, @Nullable Set<String> changes) {
    if (changes == null) {
      told.changed();
    } else if (!changes.isEmpty()) {
      told.committed(changes);
    }
  }

  void listen(@Nullable CommitListener listener) {
    commits = listener;
  }

  /** While the writer is in use nobody else can commit, and whoever uses it looks afterwards. */
  void lookForOthers() {
    if (!permits.tryAcquire()) {
      return;
    }
    boolean changed;
    try {
      changed = open().changes().changedByOthers();
    } finally {
      permits.release();
    }
    if (changed) {
      tellOfChange();
    }
  }

  void tellOfChange() {
    CommitListener told = commits;
    if (told != null) {
      told.changed();
    }
  }

  /** Opens the connection, which makes the file and puts it into WAL mode. */
  synchronized PooledConnection open() {
    PooledConnection current = connection;
    if (current == null) {
      current = connections.openWriter();
      connection = current;
    }
    return current;
  }

  private synchronized void discard(PooledConnection used) {
    connection = null;
    connections.close(used);
  }

  private synchronized @Nullable PooledConnection idle() {
    return connection;
  }

  /** The connection without the lock, for closing; null while somebody still has it. */
  @Nullable PooledConnection left() {
    return permits.awaitReturned(0) ? idle() : null;
  }

  /** For how long it has been held; zero when it is free. */
  Duration held() {
    Thread thread = holder;
    long nanos = System.nanoTime() - since;
    return thread == null ? Duration.ZERO : Duration.ofNanos(nanos);
  }

  private DbRazorException timedOut(Deadline deadline) {
    if (deadline.passed()) {
      return deadline.error("The write lock was not free", null, null);
    }
    return new LockTimeoutException(timeoutMessage());
  }

  private String timeoutMessage() {
    Thread thread = holder;
    long nanos = System.nanoTime() - since;
    String waited = "The write lock was not free within " + timeout.toMillis() + " ms";
    if (thread == null) {
      return waited + "; " + permits.waiting() + " threads wait for it";
    }
    Instant start = Instant.now().minusNanos(nanos).truncatedTo(ChronoUnit.MILLIS);
    return waited
        + ": thread '"
        + thread.getName()
        + "' holds it since "
        + start
        + " ("
        + nanos / 1_000_000
        + " ms) for: "
        + operation;
  }
}
