package dev.dbrazor.pool;

import java.nio.file.Path;
import java.time.Duration;

/** What can be told about a pool, open or closed, without waiting for anything. */
public final class PoolReport {
  private final PoolSettings settings;
  private final Connections connections;
  private final Writer writer;
  private final Readers readers;
  private final LogWatch log;
  private final Permits write;
  private final Permits read;
  private final Permits extra;

  PoolReport(
      PoolSettings settings,
      Connections connections,
      Writer writer,
      Readers readers,
      LogWatch log,
      Permits write,
      Permits read,
      Permits extra) {
    this.settings = settings;
    this.connections = connections;
    this.writer = writer;
    this.readers = readers;
    this.log = log;
    this.write = write;
    this.read = read;
    this.extra = extra;
  }

  public Path file() {
    return settings.file();
  }

  /** Connections open now. */
  public int open() {
    return connections.count();
  }

  public int active() {
    return write.inUse() + readersInUse();
  }

  /** Connections kept at most. */
  public int limit() {
    return readers.count() + (settings.readOnly() ? 0 : 1);
  }

  public ConnectionTotals totals() {
    return connections.totals();
  }

  /** Nanoseconds the last loans were waited for, in ascending order. */
  public long[] acquisitions() {
    return connections.waits();
  }

  /** Whether snapshots that are still read keep the log from being moved into the file. */
  public boolean logAlarm() {
    return log.alarm();
  }

  /** How often a thread had to wait. */
  public long waits() {
    return write.waits() + read.waits();
  }

  /** For how long the write lock has been held; zero when it is free. */
  public Duration writerHeld() {
    return writer.held();
  }

  public int writersWaiting() {
    return write.waiting();
  }

  public int readersInUse() {
    return read.inUse() + extra.inUse();
  }

  public int readersFree() {
    return read.free();
  }

  public int readersWaiting() {
    return read.waiting() + extra.waiting();
  }
}
