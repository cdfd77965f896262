package dev.dbrazor;

import dev.dbrazor.pool.PoolReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether a database can be worked with, found out without touching its content; see {@link
 * Database#verify} for that.
 *
 * @param open false once it was closed; then nothing is in use
 * @param file the database file
 * @param fileBytes its size; 0 when it does not exist (yet)
 * @param logBytes the size of the write-ahead log beside it, 0 when there is none; one that grows
 *     means that snapshots are held open
 * @param logAlarm true while snapshots that are still read keep more than 32 MiB of the log from
 *     being moved into the file; the logger {@code dev.dbrazor.pool} tells which
 * @param writerHeld for how long the present holder has had the write lock; zero when it is free
 * @param writersWaiting threads that wait for the write lock
 * @param readersInUse readers in use, extra ones of cursors included
 * @param readersFree how many more can be had without waiting
 * @param readersWaiting threads that wait for a reader
 */
public record DatabaseHealth(
    boolean open,
    Path file,
    long fileBytes,
    long logBytes,
    boolean logAlarm,
    Duration writerHeld,
    int writersWaiting,
    int readersInUse,
    int readersFree,
    int readersWaiting) {

  static DatabaseHealth of(PoolReport pool, boolean open) {
    Path file = pool.file();
    long fileBytes = size(file);
    long logBytes = size(file.resolveSibling(file.getFileName() + "-wal"));
    if (!open) {
      return new DatabaseHealth(false, file, fileBytes, logBytes, false, Duration.ZERO, 0, 0, 0, 0);
    }
    return new DatabaseHealth(
        true,
        file,
        fileBytes,
        logBytes,
        pool.logAlarm(),
        pool.writerHeld(),
        pool.writersWaiting(),
        pool.readersInUse(),
        pool.readersFree(),
        pool.readersWaiting());
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException missing) {
      return 0;
    }
  }
}
