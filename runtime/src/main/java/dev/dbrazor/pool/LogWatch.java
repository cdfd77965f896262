package dev.dbrazor.pool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the write-ahead log short: moves it into the file when nobody writes, empties it when it
 * has become long, and raises an alarm when snapshots that are still read keep it from that.
 */
final class LogWatch {
  /** Bytes that cannot be moved, since older snapshots are read. */
  static final long ALARM = 32L << 20;

  /** Emptied from here on, at the cost of a moment's wait. */
  private static final long LONG = 64L << 20;

  /** What may stay once an alarm is over. */
  private static final long SHORT = 4L << 20;

  private static final int WRITES_BETWEEN = 64;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long RETRY = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String OPTIMIZE = "PRAGMA optimize = 0x10012"; // all tables, bounded

  private final Path log;
  private final Writer writer;
  private final Upkeep upkeep;
  private final Readers readers;
  private final long optimizeEvery;

  private int writes;
  private long looked = System.nanoTime();
  private long optimized = looked;
  private volatile long written;
  private volatile boolean waiting;
  private volatile boolean alarm;

  /**
   * @param readers know where snapshots were opened
   */
  LogWatch(PoolSettings settings, Writer writer, Upkeep upkeep, Readers readers) {
    this.log = settings.file().resolveSibling(settings.file().getFileName() + "-wal");
    this.writer = writer;
    this.upkeep = upkeep;
    this.readers = readers;
    this.optimizeEvery = settings.lending().optimizeEvery().toNanos();
  }

  /** Whether there is nothing to move into the file. */
  boolean isEmpty() {
    return log.toFile().length() == 0; // as of a log that is not there
  }

  boolean alarm() {
    return alarm;
  }

  /** By whoever has the writer, before it is given back. */
  void wrote(PooledConnection connection) {
    long now = connection.loans().since();
    written = now;
    if (!waiting) {
      waiting = true;
      later(SECOND, LogWatch::idle);
    }
    if (++writes % WRITES_BETWEEN == 0 || now - looked > SECOND) {
      looked = now;
      look(connection);
    }
  }

  private void later(long nanos, Consumer<LogWatch> action) {
    WeakReference<LogWatch> weak = new WeakReference<>(this);
    upkeep.after(
        nanos,
        () -> {
          LogWatch watch = weak.get();
          if (watch != null) {
            action.accept(watch);
          }
        });
  }

  private void look(PooledConnection connection) {
    long size = size();
    if (size < ALARM) {
      return;
    }
    Checkpoint.Frames frames = Checkpoint.passive(connection);
    long backlog = frames.isKnown() ? frames.left() * Checkpoint.frameBytes(connection) : 0;
    if (backlog == 0 && size > (alarm ? SHORT : LONG)) {
      alarm &= !Checkpoint.truncate(connection).isDone();
    } else if (backlog >= ALARM && !alarm) {
      raise(backlog);
    }
    if (alarm) {
      later(RETRY, LogWatch::retry);
    }
  }

  private void raise(long backlog) {
    alarm = true;
    String message =
        log
            + " grows, since snapshots are read for long: "
            + (backlog >> 20)
            + " MiB cannot be moved into the file; close what was opened here";
    PoolLog.LOG.log(Level.WARNING, message);
    readers.forEachOpener(
        opener -> PoolLog.LOG.log(Level.WARNING, "This may be one of them", opener));
  }

  private void retry() {
    if (alarm && !writer.whenFree("a checkpoint", this::look)) {
      later(RETRY, LogWatch::retry);
    }
  }

  private void idle() {
    waiting = false;
    if (System.nanoTime() - written < SECOND || !writer.whenFree("upkeep", this::tidy)) {
      waiting = true;
      later(SECOND, LogWatch::idle);
    }
  }

  private void tidy(PooledConnection connection) {
    Checkpoint.passive(connection);
    if (System.nanoTime() - optimized >= optimizeEvery) {
      optimized = System.nanoTime();
      Checkpoint.number(connection, OPTIMIZE);
    }
  }

  /** Statistics for the planner, of the tables that have changed much. */
  static void optimize(Session session) {
    Checkpoint.number(session, OPTIMIZE);
  }

  private long size() {
    try {
      return Files.size(log);
    } catch (IOException missing) {
      return 0;
    }
  }
}
