package dev.dbrazor.pool;

import dev.dbrazor.CorruptDatabaseException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.StorageException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What all connections of a pool look at: whether it is closing, and how often the schema was
 * changed through it.
 */
final class PoolState {
  private final Path file;
  private volatile boolean closing;
  private volatile int schemaChanges;
  private final List<WeakReference<WaitListener>> waits = new CopyOnWriteArrayList<>();

  PoolState(Path file) {
    this.file = file;
  }

  /** {@code The database shop.db is closed}. */
  String closed(String how) {
    return "The database " + file + " " + how;
  }

  /** The engine does not say which file it could not read or write. */
  StorageException failed(StorageException error) {
    return new StorageException(
        error.details().withMessage("The file " + file + " failed: " + error.getMessage()), error);
  }

  CorruptDatabaseException corrupt(DbRazorException error) {
    return new CorruptDatabaseException(
        error
            .details()
            .withMessage(
                "The file "
                    + file
                    + " is damaged: "
                    + error.getMessage()
                    + "; verify() says where, Salvage copies what can be read"),
        error);
  }

  /** Held weakly, so that a database that was forgotten can be collected. */
  void tellWaits(WaitListener listener) {
    for (WeakReference<WaitListener> each : waits) {
      if (each.get() == null) {
        waits.remove(each);
      }
    }
    waits.add(new WeakReference<>(listener));
  }

  /**
   * @param asked when, by {@link System#nanoTime}
   */
  void waited(boolean writing, long asked, boolean acquired) {
    long nanos = System.nanoTime() - asked;
    for (WeakReference<WaitListener> each : waits) {
      WaitListener listener = each.get();
      if (listener != null) {
        listener.waited(writing, nanos, acquired);
      }
    }
  }

  boolean closing() {
    return closing;
  }

  void close() {
    closing = true;
  }

  int schemaChanges() {
    return schemaChanges;
  }

  synchronized void schemaChanged() {
    schemaChanges++;
  }
}
