package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.ConnectionLimits;
import dev.dbrazor.Database;
import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DatabaseConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads on one database. */
@Timeout(300)
class ThreadsTest {
  private static final int THREADS = 64;

  @TempDir Path directory;
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = directory.resolve("threads.db");
  }

  /** Runs the work on so many threads that begin together. */
  private static void together(int count, Callable<?> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CountDownLatch ready = new CountDownLatch(count);
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ends.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return work.call();
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void sixtyFourThreadsWriteWithoutALockError() throws Exception {
    int writes = Figures.number("writes", 10);
    try (Database db = Database.open(file)) {
      EntryDao entries = new EntryDao(db);
      together(THREADS, () -> write(entries, writes));
      assertEquals((long) THREADS * writes, entries.count());
    }
    Figures.print(
        "%d threads x %d writes: no error, longest wait %d ms",
        THREADS, writes, longest.get() / 1_000_000);
  }

  private int write(EntryDao entries, int writes) {
    for (int i = 0; i < writes; i++) {
      long start = System.nanoTime();
      entries.insert(Entry.of(i, "t"));
      longest.accumulate(System.nanoTime() - start);
    }
    return writes;
  }

  @Test
  void aColdStartOfManyThreadsOpensNoMoreThanTheLimit() throws Exception {
    int threads = Figures.number("threads", 100);
    DatabaseConfig config = DatabaseConfig.builder().path(file).lazy(true).readers(4).build();
    try (Database db = Database.open(config)) {
      together(
          threads,
          () -> {
            EntryDao entries = new EntryDao(db);
            entries.insert(Entry.of(1, "c"));
            return entries.query().limit(1).toList().size();
          });
      assertEquals(threads, new EntryDao(db).count());
      assertTrue(db.stats().opened() <= 5, () -> db.stats().toString());
      Figures.print(
          "cold start of %d threads: %d connections opened", threads, db.stats().opened());
    }
  }

  @Test
  void limitsHoldUnderSixtyFourBorrowers() throws Exception {
    int borrows = Figures.number("borrows", 500);
    DatabaseConfig config =
        DatabaseConfig.builder()
            .path(file)
            .readers(4)
            .limits(ConnectionLimits.NONE.quota("reports", 2))
            .build();
    AtomicInteger numbers = new AtomicInteger();
    Crowd all = new Crowd();
    Crowd reports = new Crowd();
    try (Database db = Database.open(config)) {
      together(
          THREADS,
          () -> {
            boolean report = numbers.getAndIncrement() % 2 == 0;
            for (int i = 0; i < borrows; i++) {
              if (report) {
                db.asCaller(
                    "reports", () -> db.readTransaction(() -> reports.with(() -> read(db, all))));
              } else {
                db.readTransaction(() -> read(db, all));
              }
            }
            return borrows;
          });
      assertTrue(all.most() <= 4 && reports.most() <= 2, all.most() + " " + reports.most());
      assertTrue(db.stats().opened() <= 5, () -> db.stats().toString());
      assertEquals(0, db.stats().active());
      Figures.print(
          "%d threads x %d borrows: at most %d of 4 readers, %d of 2 for the caller with a quota,"
              + " %d connections opened",
          THREADS, borrows, all.most(), reports.most(), db.stats().opened());
    }
  }

  private static long read(Database db, Crowd all) {
    return all.with(() -> db.query("SELECT 1", row -> row.int64(0)).get(0));
  }

  /** Counts how many are inside at a time. */
  private static final class Crowd {
    private final AtomicInteger inside = new AtomicInteger();
    private final LongAccumulator most = new LongAccumulator(Math::max, 0);

    <T> T with(Supplier<T> body) {
      most.accumulate(inside.incrementAndGet());
      try {
        return body.get();
      } finally {
        inside.decrementAndGet();
      }
    }

    long most() {
      return most.get();
    }
  }

  @Test
  void closeEndsSixtyFourBusyThreadsAndReleasesAll() throws Exception {
    int before = Machine.threads();
    Database db = Database.open(file);
    EntryDao entries = new EntryDao(db);
    CountDownLatch working = new CountDownLatch(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Boolean>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        ends.add(threads.submit(() -> untilClosed(entries, working)));
      }
      working.await();
      long start = System.nanoTime();
      db.close();
      for (Future<Boolean> end : ends) {
        assertTrue(end.get());
      }
      Figures.print(
          "close under %d busy threads: all ended typed after %d ms",
          THREADS, (System.nanoTime() - start) / 1_000_000);
    } finally {
      threads.shutdownNow();
      assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
    }
    Eventually.is(() -> Machine.threads() <= before);
    assertTrue(!Machine.isKnown() || Machine.filesUnder(directory) == 0);
  }

  private static boolean untilClosed(EntryDao entries, CountDownLatch working) {
    try {
      entries.insert(Entry.of(1, "b"));
      working.countDown();
      while (true) {
        entries.insert(Entry.of(1, "b"));
        entries.query().limit(100).toList();
      }
    } catch (DatabaseClosedException closed) {
      return true;
    }
  }
}
