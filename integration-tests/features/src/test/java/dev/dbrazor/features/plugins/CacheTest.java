package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.JavaProcess;
import dev.dbrazor.plugin.RecordCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cache is bounded, and never older than what could have been read. */
@Timeout(900)
class CacheTest {
  /** More in the soak profile. */
  private static final int UPDATES = Integer.getInteger("plugins.updates", 1_000);

  @TempDir Path directory;
  private final RecordCache cache = new RecordCache(100, 1 << 20, Set.of("gadgets"));
  private Path file;
  private Database db;
  private ItemDao items;
  private Item stored;

  @BeforeEach
  void open() {
    file = directory.resolve("cache.db");
    db = Database.open(file);
    items = new ItemDao(db);
    stored = items.insert(Item.of("a"));
    db.use(cache);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private Item found() {
    return items.findById(stored.id()).orElseThrow();
  }

  @Test
  void aRecordIsReadOnceUntilSomethingIsCommitted() {
    Item first = found();
    assertSame(first, found());
    assertSame(first, found());
    assertEquals(2, cache.hits());
    assertEquals(1, cache.misses());
    Item changed = items.update(first.withName("b"));
    assertEquals(changed, found());
    items.deleteById(stored.id());
    assertEquals(Optional.empty(), items.findById(stored.id()));
    assertEquals(2, cache.hits());
  }

  @Test
  void aTransactionSeesItsOwnStateAndARollbackLeavesNothingBehind() throws InterruptedException {
    Item before = found();
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  items.update(before.withName("lost"));
                  assertEquals("lost", found().name());
                  throw new IllegalStateException();
                }));
    assertEquals("a", found().name());
    db.readTransaction(
        () -> {
          assertEquals("a", found().name());
          Thread other = new Thread(() -> items.update(before.withName("new")));
          other.start();
          other.join();
          assertEquals("a", found().name()); // one snapshot
        });
    assertEquals("new", found().name());
  }

  @Test
  void aRolledBackSavepointLeavesNothingBehindEither() {
    Item before = found();
    db.transaction(
        () -> {
          items.update(before.withCount(1));
          assertThrows(
              IllegalStateException.class,
              () ->
                  db.transaction(
                      () -> {
                        items.update(before.id(), Item_.count.set(2));
                        assertEquals(2, found().count());
                        throw new IllegalStateException();
                      }));
          assertEquals(1, found().count());
        });
    assertEquals(1, found().count());
  }

  @Test
  void theSameIdAndVersionWithOtherContentIsNotMistaken() {
    assertEquals("a", found().name());
    db.execute("DELETE FROM gadgets");
    db.execute("INSERT INTO gadgets (id, name, count, version) VALUES (1, 'other', 0, 1)");
    assertEquals("other", found().name());
    try (Database second = Database.open(file)) {
      second.execute("UPDATE gadgets SET name = 'third'");
    }
    assertEquals("third", found().name());
  }

  @Test
  void itIsBoundedByEntriesAndByBytes() {
    List<Item> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(Item.of("item " + i));
    }
    List<Item> all = items.insertAll(many);
    all.forEach(item -> items.findById(item.id()));
    assertTrue(cache.size() <= 100, "entries: " + cache.size());
    db.unuse("cache");
    RecordCache small = new RecordCache(1_000, 4_000, Set.of("gadgets"));
    db.use(small);
    all.forEach(item -> items.findById(item.id()));
    assertTrue(small.size() <= 40, "entries: " + small.size());
  }

  @Test
  void aRecordIsLoadedOnceForAllWhoAskAtTheSameTime() throws InterruptedException {
    Recorder recorder = new Recorder("recorder");
    db.use(recorder);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Thread thread = new Thread(this::found);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(1, recorder.calls.stream().filter(call -> call.startsWith("beforeQuery")).count());
  }

  /** Another process that counts a record up, and afterwards says so. */
  public static final class Updater {
    private Updater() {}

    public static void main(String[] args) {
      try (Database db = Database.open(Path.of(args[0]))) {
        ItemDao items = new ItemDao(db);
        RecordCache cache = new RecordCache(100, 1 << 20, Set.of("gadgets"));
        db.use(cache);
        countUp(items, Integer.parseInt(args[1]));
      }
    }
  }

  /** After each own update the cache must have seen it; others' only add to it. */
  private static void countUp(ItemDao items, int updates) {
    for (int i = 0; i < updates; i++) {
      int own = items.update(1L, Item_.count.increment(1)).count();
      int seen = items.findById(1L).orElseThrow().count();
      if (seen < own) {
        throw new AssertionError("the cache gave " + seen + " after " + own);
      }
    }
  }

  @Test
  void twoProcessesNeverSeeLessThanTheLastCommit() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread reader =
        new Thread(
            () -> {
              int last = 0;
              while (!done.get()) {
                int committed = db.query("SELECT count FROM gadgets", row -> row.int32(0)).get(0);
                int cached = found().count();
                if (cached < committed || cached < last) {
                  failure.set(new AssertionError(cached + " after " + committed + ", " + last));
                }
                last = cached;
              }
            });
    Thread writer =
        new Thread(
            () -> {
              try {
                countUp(items, UPDATES);
              } catch (Throwable e) {
                failure.set(e);
              }
            });
    reader.start();
    writer.start();
    JavaProcess.run(directory, List.of(), Updater.class, file.toString(), String.valueOf(UPDATES));
    writer.join();
    done.set(true);
    reader.join();
    assertEquals(null, failure.get());
    assertEquals(2 * UPDATES, found().count());
  }
}
