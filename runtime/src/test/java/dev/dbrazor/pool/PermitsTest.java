package dev.dbrazor.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for a connection, and in which order they get it. */
@Timeout(60)
class PermitsTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final int ROUNDS = 50;

  private final Permits permits = new Permits(1, new PoolState(Path.of("none.db")));
  private final List<Integer> order = Collections.synchronizedList(new ArrayList<>());

  private void take(int number) {
    assertTrue(permits.tryAcquire() || permits.acquire(PATIENCE));
    order.add(number);
  }

  /** Started, and waiting. */
  private Thread waiter(int number) {
    int before = permits.waiting();
    Thread thread =
        new Thread(
            () -> {
              take(number);
              permits.release();
            });
    thread.start();
    while (permits.waiting() == before) {
      Thread.onSpinWait();
    }
    return thread;
  }

  @Test
  void firstComeIsFirstServed() throws InterruptedException {
    assertTrue(permits.tryAcquire());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(waiter(i));
    }
    permits.release();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(IntStream.range(0, 8).boxed().toList(), order);
  }

  @Test
  void whoComesAgainAtOnceWaitsBehindThoseWhoWaitAlready() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      take(0);
      Thread thread = waiter(1);
      permits.release();
      take(2);
      permits.release();
      thread.join();
      assertEquals(List.of(0, 1, 2), order);
      order.clear();
    }
  }

  @Test
  void whoHasGivenUpIsNotWaitedFor() {
    assertTrue(permits.tryAcquire());
    long moment = TimeUnit.MILLISECONDS.toNanos(5);
    assertFalse(CompletableFuture.supplyAsync(() -> permits.acquire(moment)).join());
    assertEquals(0, permits.waiting());
    assertEquals(0, permits.free());
    permits.release();
    assertEquals(1, permits.free());
    assertTrue(permits.tryAcquire());
  }
}
