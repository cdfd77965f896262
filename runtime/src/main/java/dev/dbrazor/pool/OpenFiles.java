package dev.dbrazor.pool;

import dev.dbrazor.ConfigurationException;
import dev.dbrazor.DriverException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.StorageException;
import dev.dbrazor.TransactionStateException;
import dev.dbrazor.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files open in this process, each with one pool for all its users: closing a second descriptor
 * of a file would drop the first one's locks, and two pools would make each other wait. The last
 * user closes the pool; for an owner that was collected without closing, {@link Forgotten} does.
 */
public final class OpenFiles {
  private static final Map<Path, Entry> OPEN = new HashMap<>();
  private static final Forgotten FORGOTTEN = new Forgotten(OPEN);

  private OpenFiles() {}

  /**
   * Opens a file, or joins those who have it open.
   *
   * @param owner when it is collected without having closed its use, the use ends
   */
  public static Use open(PoolSettings settings, Object owner) {
    synchronized (OPEN) {
      Path key = key(settings.file());
      Entry entry = OPEN.get(key);
      if (entry == null) {
        requireUnused(key, settings.driver());
        entry = new Entry(key, new PooledSessions(settings));
        OPEN.put(key, entry);
      } else {
        requireSame(entry.sessions.settings(), settings);
      }
      Share share = new Share(entry, owner);
      entry.shares.add(share);
      FORGOTTEN.watch();
      return new Use(share);
    }
  }

  /** Another copy of SQLite that closed the file would drop the locks of the driver's own. */
  private static void requireUnused(Path file, Driver driver) {
    if (!driver.isEngineShared() && Descriptors.has(file)) {
      throw new DriverException(
          file
              + " is open already in this process, and not through the engine of the driver "
              + driver.name()
              + ": closing it there would drop locks here; close it first or use the driver JDBC");
    }
  }

  private static void requireSame(PoolSettings open, PoolSettings asked) {
    List<String> differences = open.differences(asked);
    if (!differences.isEmpty()) {
      throw new ConfigurationException(
          differences.stream()
              .map(d -> asked.file() + " is already open with another setting of " + d)
              .toList());
    }
  }

  private static Path key(Path file) {
    try {
      Path absolute = file.toAbsolutePath().normalize();
      if (Files.exists(absolute)) {
        return absolute.toRealPath();
      }
      Path directory = absolute.getParent();
      return directory == null || !Files.exists(directory)
          ? absolute
          : directory.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      throw new StorageException(
          ErrorDetails.of(ErrorCode.STORAGE, "Cannot resolve " + file + ": " + e.getMessage()), e);
    }
  }

  /** One pool and those who share it; the registry's lock guards the set. */
  private static final class Entry {
    final Path key;
    final PooledSessions sessions;
    final Set<Share> shares = new HashSet<>();

    Entry(Path key, PooledSessions sessions) {
      this.key = key;
      this.sessions = sessions;
    }
  }

  /** What one owner has of an entry, until it is released or the owner is collected. */
  private static final class Share extends Forgotten.Claim {
    final Entry entry;

    Share(Entry entry, Object owner) {
      super(FORGOTTEN, owner, entry.key);
      this.entry = entry;
    }

    @Override
    void release() {
      boolean last;
      synchronized (OPEN) {
        last = entry.shares.remove(this) && entry.shares.isEmpty();
        if (last) {
          OPEN.remove(entry.key);
          FORGOTTEN.look();
        }
      }
      if (last) {
        entry.sessions.close();
      }
    }
  }

  /** One owner's use of an open file. */
  public static final class Use {
    private final Share share;

    private Use(Share share) {
      this.share = share;
    }

    public PooledSessions sessions() {
      return share.entry.sessions;
    }

    /** Throws inside a transaction of this thread. */
    public void requireClosable() {
      if (sessions().inTransaction()) {
        throw new TransactionStateException("A database cannot be closed inside a transaction");
      }
    }

    /** Ends the use; the last one closes the file. Idempotent. */
    public void close() {
      requireClosable();
      share.clear();
      share.release();
    }
  }
}
