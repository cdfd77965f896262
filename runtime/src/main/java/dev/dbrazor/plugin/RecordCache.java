package dev.dbrazor.plugin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dbrazor.Database;
import dev.dbrazor.Hook;
import dev.dbrazor.RecordLookup;
import dev.dbrazor.pool.OpenFile;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the records that {@code findById} has found, until anything is committed: by any connection
 * of this process or another. Each answer first asks the engine for the number of the file's state,
 * which costs some microseconds, and reads the row only when that has moved on. Inside a
 * transaction the cache is not used. Worth it for wide records that are read much more often than
 * anything is written. A record is loaded once for all who ask for it at the same time.
 *
 * <p>Callers share the records: only name collections whose records are immutable all through,
 * without arrays. Needs Caffeine on the class path, which the library itself does not bring. One
 * object is for one database.
 */
public final class RecordCache implements RecordLookup {
  private static final int OVERHEAD_BYTES = 100;

  private final Set<String> collections;
  private final Cache<Key, Record> records;
  private final ThreadLocal<Boolean> loading = new ThreadLocal<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private volatile @Nullable OpenFile file;

  /** A record in one state of the file. */
  private record Key(String collection, Object id, long state) {}

  /**
   * @param maxEntries the most records it keeps
   * @param maxBytes the most memory it takes, estimated by the length of the records' texts
   * @param collections whose records it keeps
   */
  public RecordCache(long maxEntries, long maxBytes, Set<String> collections) {
    this.collections = Set.copyOf(collections);
    long least = Math.max(1, maxBytes / Math.max(1, maxEntries));
    records =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .<Key, Record>weigher((key, record) -> (int) Math.max(least, bytes(record)))
            .executor(Runnable::run)
            .build();
  }

  private static long bytes(Record record) {
    return OVERHEAD_BYTES + 2L * record.toString().length();
  }

  @Override
  public String name() {
    return "cache";
  }

  @Override
  public Set<Hook> hooks() {
    return Set.of();
  }

  @Override
  public void onOpen(Database db) {
    file = db.sessions().file();
  }

  @Override
  public void onClose(Database db) {
    records.invalidateAll();
  }

  @Override
  public <R extends Record> Optional<R> find(
      String collection, Object id, Supplier<Optional<R>> load) {
    OpenFile current = file;
    if (current == null
        || !collections.contains(collection)
        || current.inTransaction()
        || loading.get() != null) {
      return load.get();
    }
    Key key = new Key(collection, id, current.stateNumber());
    Record found = records.getIfPresent(key);
    if (found == null) {
      misses.increment();
      found = records.get(key, absent -> loaded(load));
    } else {
      hits.increment();
    }
    @SuppressWarnings("unchecked") // a collection has one class of records
    R record = (R) found;
    return Optional.ofNullable(record);
  }

  /** What a plugin asks while a record is loaded goes past the cache, which is busy with it. */
  private @Nullable Record loaded(Supplier<? extends Optional<? extends Record>> load) {
    loading.set(true);
    try {
      return load.get().orElse(null);
    } finally {
      loading.remove();
    }
  }

  /** Answers that read no row. */
  public long hits() {
    return hits.sum();
  }

  /** Answers that had to read the row, or to wait for it. */
  public long misses() {
    return misses.sum();
  }

  /** The records it keeps now. */
  public long size() {
    records.cleanUp();
    return records.estimatedSize();
  }
}
