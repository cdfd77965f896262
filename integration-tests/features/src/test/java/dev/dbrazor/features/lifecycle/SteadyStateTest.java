package dev.dbrazor.features.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DatabaseStats;
import dev.dbrazor.features.storage.EveryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a program at work finds ready: connections and prepared statements. */
@Timeout(120)
class SteadyStateTest extends EveryStorage {
  private static final int THREADS = 2;
  private static final int ROUNDS = 500;

  @Test
  void connectionsAndStatementsAreFoundReady() throws Exception {
    ThingDao things = new ThingDao(db);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        running.add(threads.submit(() -> work(things, number)));
      }
      for (Future<?> each : running) {
        each.get(100, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    DatabaseStats stats = db.stats();
    assertEquals(THREADS * ROUNDS, things.count());
    // Waiting for the writer, which is one for all, is no lack of open connections.
    long withoutWaiting = stats.acquisitions() - stats.waits();
    assertTrue(stats.found() >= withoutWaiting * 95 / 100, stats.toString());
    long statements = stats.statementHits() + stats.statementMisses();
    assertTrue(stats.statementHits() >= statements * 95 / 100, stats.toString());
    assertTrue(stats.open() <= stats.limit(), stats.toString());
  }

  /** As a request of a service would: reads, and a transaction that reads and writes. */
  private void work(ThingDao things, int thread) {
    for (int round = 0; round < ROUNDS; round++) {
      String name = thread + "-" + round;
      db.transaction(
          () -> {
            if (things.findByName(name).isEmpty()) {
              things.insert(Thing.of(name));
            }
          });
      things.where(Thing_.name.startsWith(thread + "-1")).limit(3).toList();
      things.where(Thing_.name.eq(name)).one();
    }
  }
}
