package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Operations off the caller's thread, of a database with two readers. */
@Timeout(60)
class AsyncTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";

  @TempDir Path directory;
  private final Queue<Thread> workers = new ConcurrentLinkedQueue<>();
  private Database db;

  @BeforeEach
  void open() {
    db =
        Database.open(
            DatabaseConfig.builder()
                .path(directory.resolve("shop.db"))
                .readers(2)
                .closeTimeout(Duration.ofMillis(300))
                .build());
    db.execute("CREATE TABLE t (x INTEGER UNIQUE)");
  }

  @AfterEach
  void close() {
    db.close();
  }

  private long count() {
    return db.query("SELECT count(*) FROM t", row -> row.int64(0)).get(0);
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  private static Throwable failure(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, () -> get(future)).getCause();
  }

  @Test
  void bodyRunsOnADaemonThreadOfTheDatabase() throws Exception {
    Thread thread = get(db.async(Thread::currentThread));
    assertNotEquals(Thread.currentThread(), thread);
    assertTrue(thread.isDaemon());
    assertEquals("dbrazor-async", thread.getName());
  }

  @Test
  void valuesAndNothingComeThrough() throws Exception {
    assertEquals(1L, get(db.async(() -> db.execute("INSERT INTO t VALUES (1)"))));
    assertNull(get(db.async(() -> null)));
    assertNull(
        get(
            db.async(
                () -> {
                  db.execute("INSERT INTO t VALUES (2)");
                })));
    assertEquals(2, count());
  }

  @Test
  void whatTheBodyThrowsIsTheCauseUnchanged() throws Exception {
    IOException checked = new IOException("mail");
    ThrowingSupplier<Long, IOException> failing =
        () ->
            db.transaction(
                () -> {
                  db.execute("INSERT INTO t VALUES (1)");
                  throw checked;
                });
    assertSame(checked, failure(db.async(failing)));
    assertEquals(0, count());
    get(db.async(() -> db.execute("INSERT INTO t VALUES (1)")));
    assertInstanceOf(
        UniqueConstraintException.class,
        failure(db.async(() -> db.execute("INSERT INTO t VALUES (1)"))));
  }

  @Test
  void insideATransactionItIsRefused() {
    db.transaction(
        () -> assertThrows(TransactionStateException.class, () -> db.async(() -> count())));
    db.readTransaction(
        () -> assertThrows(TransactionStateException.class, () -> db.async(() -> {})));
  }

  @Test
  void afterCloseItIsRefused() {
    db.close();
    assertThrows(DatabaseClosedException.class, () -> db.async(() -> 1));
  }

  @Test
  void cancellingEndsTheRunningStatement() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Throwable> seen = new CompletableFuture<>();
    CompletableFuture<List<Long>> endless =
        db.async(
            () -> {
              running.countDown();
              try {
                return db.query(ENDLESS + "SELECT count(*) FROM n", row -> row.int64(0));
              } catch (Throwable e) {
                seen.complete(e);
                throw e;
              }
            });
    assertTrue(running.await(5, TimeUnit.SECONDS));
    assertTrue(endless.cancel(true));
    assertThrows(CancellationException.class, endless::join);
    assertInstanceOf(OperationInterruptedException.class, get(seen));
  }

  @Test
  void timingOutEndsTheRunningStatementAndLeavesNoInterruptBehind() throws Exception {
    List<CompletableFuture<Long>> endless = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      endless.add(
          db.async(() -> db.execute("INSERT INTO t " + ENDLESS + "SELECT i FROM n"))
              .orTimeout(100, TimeUnit.MILLISECONDS));
    }
    endless.forEach(each -> assertInstanceOf(TimeoutException.class, failure(each)));
    for (int i = 0; i < 20; i++) {
      assertFalse(get(db.async(() -> Thread.currentThread().isInterrupted())));
    }
    assertEquals(0, count());
  }

  @Test
  void cancelledBeforeItBeganItNeverRuns() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<CompletableFuture<?>> busy = occupyAllThreads(go);
    CompletableFuture<Long> waiting = db.async(() -> db.execute("INSERT INTO t VALUES (1)"));
    assertTrue(waiting.cancel(false));
    go.countDown();
    for (CompletableFuture<?> each : busy) {
      get(each);
    }
    get(db.async(() -> db.execute("INSERT INTO t VALUES (2)")));
    assertEquals(List.of(2L), db.query("SELECT x FROM t", row -> row.int64(0)));
  }

  private List<CompletableFuture<?>> occupyAllThreads(CountDownLatch go) throws Exception {
    CountDownLatch begun = new CountDownLatch(3);
    List<CompletableFuture<?>> busy = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      busy.add(
          db.async(
              () -> {
                workers.add(Thread.currentThread());
                begun.countDown();
                go.await();
              }));
    }
    assertTrue(begun.await(5, TimeUnit.SECONDS));
    return busy;
  }

  @Test
  void fullQueueRefusesAndGoesOn() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<CompletableFuture<?>> accepted = occupyAllThreads(go);
    QueueFullException e =
        assertThrows(
            QueueFullException.class,
            () -> {
              while (true) {
                accepted.add(db.async(() -> {}));
              }
            });
    assertEquals(ErrorCode.QUEUE_FULL, e.code());
    assertEquals(10_003, accepted.size());
    go.countDown();
    for (CompletableFuture<?> each : accepted) {
      get(each);
    }
    assertEquals(0L, get(db.async(this::count)));
  }

  @Test
  void closingFailsWhatWaitsAndEndsWhatRuns() throws Exception {
    List<CompletableFuture<?>> running = occupyAllThreads(new CountDownLatch(1));
    CompletableFuture<Long> waiting = db.async(this::count);
    db.close();
    DatabaseClosedException closed =
        assertInstanceOf(DatabaseClosedException.class, failure(waiting));
    assertEquals(
        "The database " + db.health().file() + " is closed; open it again", closed.getMessage());
    for (CompletableFuture<?> each : running) {
      assertInstanceOf(InterruptedException.class, failure(each));
    }
    assertEquals(3, Set.copyOf(workers).size());
    for (Thread thread : workers) {
      thread.join(5_000);
      assertFalse(thread.isAlive());
    }
  }

  private static List<Thread> threads() {
    return Stream.of(Thread.getAllStackTraces().keySet().toArray(new Thread[0]))
        .filter(thread -> thread.getName().equals("dbrazor-async"))
        .toList();
  }

  @Test
  void closingEndsAnEndlessStatement() {
    CompletableFuture<List<Long>> endless =
        db.async(() -> db.query(ENDLESS + "SELECT count(*) FROM n", row -> row.int64(0)));
    db.close();
    assertInstanceOf(DatabaseClosedException.class, failure(endless));
  }

  @Test
  void bodyMayCloseTheDatabase() throws Exception {
    assertNull(get(db.async(db::close)));
    assertThrows(DatabaseClosedException.class, this::count);
  }

  @Test
  void unusedItHasNoThread() {
    Set<Thread> before = Set.copyOf(threads()); // of other tests, about to end
    try (Database unused = Database.inMemory()) {
      assertEquals(List.of(1L), unused.query("SELECT 1", row -> row.int64(0)));
      assertTrue(before.containsAll(threads()));
    }
  }
}
