package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.ReadOnlyDatabaseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one writing connection, behind a fair lock that knows its holder. */
final class Writer {
  private final Connections connections;
  private final Permits permits;
  private final PoolSettings settings;
  private final Duration timeout;
  private @Nullable PooledConnection connection;

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
    if (!permits.tryAcquire() && !permits.acquire(deadline.atMost(timeout.toNanos()))) {
      throw timedOut(deadline);
    }
    try {
      PooledConnection acquired = open();
      acquired.countLoan();
      acquired.limit(deadline);
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
    holder = null;
    try {
      if (!used.clean()) {
        discard(used);
      }
    } finally {
      permits.release();
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

  /** The connection without the lock: for closing, when nobody can have it any more. */
  synchronized @Nullable PooledConnection idle() {
    return connection;
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
