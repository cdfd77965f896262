package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.StorageException;
import dev.dbrazor.driver.DriverStatement;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A copy of one snapshot, written beside its place and moved there when it is whole and on the
 * disk. {@code VACUUM INTO} reads every page through the engine, so damage is found instead of
 * copied, and writers go on; the engine's backup interface would begin again at each of their
 * commits.
 */
final class Backup {
  private final Path target;
  private final Path directory;
  private final Path part;

  private Backup(Path target, Path directory) {
    this.target = target;
    this.directory = directory;
    this.part = directory.resolve(target.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  static Backup to(Path file) {
    Path target = file.toAbsolutePath().normalize();
    Path directory = target.getParent();
    if (file.getFileSystem() != FileSystems.getDefault()
        || directory == null
        || !Files.isDirectory(directory)) {
      throw failed(target, "its directory is no directory of the default file system", null);
    }
    Backup backup = new Backup(target, directory);
    backup.requireFree();
    return backup;
  }

  private void requireFree() {
    if (Files.exists(target)) {
      throw failed(target, "the file exists", null);
    }
  }

  private static StorageException failed(Path target, String reason, @Nullable Throwable cause) {
    return new StorageException(
        ErrorDetails.of(ErrorCode.STORAGE, "Cannot back up to " + target + ": " + reason), cause);
  }

  /**
   * On a connection of its own, with a permit that makes closing wait for it.
   *
   * @param progress told now and then of the bytes written and expected; what it throws ends it
   */
  void run(Connections connections, Permits permits, Duration patience, BackupListener progress) {
    if (!permits.acquire(patience.toNanos())) {
      throw new LockTimeoutException("Too many connections are in use for a backup to begin");
    }
    try {
      PooledConnection connection = connections.openForMaintenance();
      try {
        write(connection, progress);
      } finally {
        connections.close(connection);
      }
    } finally {
      permits.release();
    }
  }

  private void write(PooledConnection maintenance, BackupListener progress) {
    long expected = size(maintenance);
    BackupProgressWatch watch = new BackupProgressWatch(part, expected, progress);
    try {
      maintenance.stops().alsoWhen(watch);
      try (DriverStatement copy = maintenance.prepare("VACUUM INTO ?")) {
        copy.bindText(1, part.toString());
        copy.step();
      } catch (DbRazorException e) {
        throw watch.failure(e);
      }
      watch.done();
      force(part, StandardOpenOption.WRITE);
      Files.move(part, target);
      forceDirectory();
    } catch (FileAlreadyExistsException e) {
      throw failed(target, "the file exists", e);
    } catch (IOException e) {
      throw failed(target, String.valueOf(e.getMessage()), e);
    } finally {
      delete(part);
      delete(directory.resolve(part.getFileName() + "-journal"));
    }
  }

  /** Without free pages, of which a copy has none. */
  private static long size(Session session) {
    return (Checkpoint.number(session, "PRAGMA page_count")
            - Checkpoint.number(session, "PRAGMA freelist_count"))
        * Checkpoint.number(session, "PRAGMA page_size");
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  /**
   * So that the name survives, too. Some systems do not open directories; they need no such call.
   */
  private void forceDirectory() {
    try {
      force(directory, StandardOpenOption.READ);
    } catch (IOException e) {
      PoolLog.LOG.log(Level.DEBUG, "Cannot flush " + directory, e);
    }
  }

  private static void delete(Path leftOver) {
    try {
      Files.deleteIfExists(leftOver);
    } catch (IOException e) {
      PoolLog.LOG.log(Level.WARNING, "Cannot delete " + leftOver, e);
    }
  }
}
