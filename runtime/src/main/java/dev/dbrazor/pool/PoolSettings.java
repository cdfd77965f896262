package dev.dbrazor.pool;

import dev.dbrazor.driver.Driver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How the connections to one file are made and kept.
 *
 * @param file absolute path
 * @param temporary the file and its directory go when the pool is closed
 * @param readOnly no writer; the file must exist
 * @param durability the engine's {@code synchronous} setting
 * @param readers most reading connections at a time
 * @param busyTimeout how long the engine waits for other processes
 * @param lockTimeout how long a thread waits for the writer or a reader
 * @param closeTimeout how long closing waits for work in progress
 * @param statementCacheSize prepared statements kept by each connection
 * @param maxValueBytes longest text, BLOB or row
 * @param lazy connections are opened when first needed
 * @param lending how connections are lent and kept
 */
public record PoolSettings(
    Driver driver,
    Path file,
    boolean temporary,
    boolean readOnly,
    Synchronous durability,
    int readers,
    Duration busyTimeout,
    Duration lockTimeout,
    Duration closeTimeout,
    int statementCacheSize,
    int maxValueBytes,
    boolean lazy,
    Lending lending) {

  /** With connections that are lent without limits. */
  public PoolSettings(
      Driver driver,
      Path file,
      boolean temporary,
      boolean readOnly,
      Synchronous durability,
      int readers,
      Duration busyTimeout,
      Duration lockTimeout,
      Duration closeTimeout,
      int statementCacheSize,
      int maxValueBytes,
      boolean lazy) {
    this(
        driver,
        file,
        temporary,
        readOnly,
        durability,
        readers,
        busyTimeout,
        lockTimeout,
        closeTimeout,
        statementCacheSize,
        maxValueBytes,
        lazy,
        Lending.FREE);
  }

  /** The engine's {@code PRAGMA synchronous}. */
  public enum Synchronous {
    OFF,
    NORMAL,
    FULL
  }

  /**
   * What stands in the way of sharing connections with these settings: {@code readers: 4 and 8}.
   */
  List<String> differences(PoolSettings other) {
    List<String> found = new ArrayList<>();
    compare(found, "driver", driver.name(), other.driver.name());
    compare(found, "engine", driver.engine(), other.driver.engine());
    compare(found, "readOnly", readOnly, other.readOnly);
    compare(found, "durability", durability, other.durability);
    compare(found, "readers", readers, other.readers);
    compare(found, "busyTimeout", busyTimeout, other.busyTimeout);
    compare(found, "lockTimeout", lockTimeout, other.lockTimeout);
    compare(found, "closeTimeout", closeTimeout, other.closeTimeout);
    compare(found, "statementCacheSize", statementCacheSize, other.statementCacheSize);
    compare(found, "maxValueBytes", maxValueBytes, other.maxValueBytes);
    compare(found, "limits of connections", lending, other.lending);
    return found;
  }

  private static void compare(List<String> found, String name, Object open, Object asked) {
    if (!Objects.equals(open, asked)) {
      found.add(name + ": " + open + " and " + asked);
    }
  }
}
