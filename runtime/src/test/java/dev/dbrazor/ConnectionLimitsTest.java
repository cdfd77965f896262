package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Lease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How connections are kept and held, in databases with four readers. */
@Timeout(20)
class ConnectionLimitsTest {
  @TempDir Path directory;
  private Database db = Database.inMemory();

  @AfterEach
  void close() {
    db.close();
  }

  private void open(ConnectionLimits limits) {
    db.close();
    db = Database.open(config(limits).build());
  }

  private DatabaseConfig.Builder config(ConnectionLimits limits) {
    return DatabaseConfig.builder()
        .path(directory.resolve("shop.db"))
        .readers(4)
        .lockTimeout(Duration.ofSeconds(20))
        .limits(limits);
  }

  private long one() {
    return db.query("SELECT 1", row -> row.int64(0)).get(0);
  }

  /** Holds so many readers, then gives them back. */
  private void useReaders(int count) {
    List<Lease> leases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leases.add(db.sessions().hold());
    }
    leases.forEach(Lease::close);
  }

  private void awaitOpen(int connections) {
    Eventually.is(() -> db.stats().open() == connections);
  }

  @Test
  void idleReadersAreClosedDownToTheWarmOnes() {
    open(ConnectionLimits.NONE.warmReaders(1).idleTimeout(Duration.ofMillis(50)));
    useReaders(4);
    assertTrue(db.stats().opened() >= 5);
    awaitOpen(2); // and the writer
    assertEquals(1, one());
    useReaders(4);
    awaitOpen(2);
  }

  @Test
  void withoutLimitsReadersStay() {
    open(ConnectionLimits.NONE);
    useReaders(4);
    assertEquals(5, db.stats().open());
    assertEquals(5, db.stats().opened());
    assertEquals(0, db.stats().found(), "all of them were opened for their first use");
    useReaders(4);
    assertEquals(4, db.stats().found());
  }

  @Test
  void oldReadersAreReplaced() {
    open(ConnectionLimits.NONE.lifetime(Duration.ofMillis(50)));
    one();
    long opened = db.stats().opened();
    awaitOpen(1);
    one();
    assertEquals(opened + 1, db.stats().opened());
    Lease held = db.sessions().hold();
    long start = System.nanoTime();
    while (System.nanoTime() - start < 60_000_000) {
      step(held); // an old one in use goes on
    }
    held.close();
    awaitOpen(1);
  }

  private static void step(Lease lease) {
    try (DriverStatement statement = lease.session().prepare("SELECT 1")) {
      assertTrue(statement.step());
    }
  }

  @Test
  void warmReadersAreThereBeforeTheyAreNeeded() {
    open(ConnectionLimits.NONE.warmReaders(3));
    awaitOpen(4);
    long found = db.stats().found();
    one();
    assertEquals(found + 1, db.stats().found());
    assertEquals(4, db.stats().open());
  }

  @Test
  void steadyStateFindsAnOpenIdleConnection() {
    open(ConnectionLimits.NONE);
    for (int i = 0; i < 1_000; i++) {
      one();
    }
    DatabaseStats stats = db.stats();
    assertTrue(stats.found() >= 999, stats.toString());
    assertEquals(128, stats.times().samples());
    assertTrue(stats.times().median().compareTo(Duration.ZERO) > 0);
    assertTrue(stats.times().p95().compareTo(stats.times().median()) >= 0);
    assertTrue(stats.times().longest().compareTo(stats.times().p95()) >= 0);
  }

  @Test
  void waitingIsInTheTimes() throws Exception {
    open(ConnectionLimits.NONE);
    db.execute("CREATE TABLE t (x INTEGER)");
    CompletableFuture<Void> waiter =
        db.transaction(
            () -> {
              CompletableFuture<Void> started =
                  CompletableFuture.runAsync(() -> db.execute("INSERT INTO t VALUES (1)"));
              Eventually.is(() -> db.stats().waiting() > 0);
              long start = System.nanoTime();
              Eventually.is(() -> System.nanoTime() - start > 50_000_000);
              return started;
            });
    waiter.get(20, TimeUnit.SECONDS);
    Duration longest = db.stats().times().longest();
    assertTrue(longest.compareTo(Duration.ofMillis(50)) >= 0, longest::toString);
    assertTrue(db.stats().found() < db.stats().acquisitions());
  }

  @Test
  void loansOverTheThresholdAreReportedOnceWithTheirOpener() {
    open(ConnectionLimits.NONE.leakThreshold(Duration.ofMillis(50)));
    try (Warnings warnings = Warnings.ofPool()) {
      borrowForLong(warnings);
      assertEquals(1, warnings.count("A connection is in use for"));
      for (int i = 0; i < 1_000; i++) {
        one();
      }
      assertEquals(1, warnings.count("A connection is in use for"));
      try (Lease first = db.sessions().hold()) {
        Eventually.is(() -> warnings.count("A connection is in use for") == 2);
        try (Lease second = db.sessions().hold()) {
          assertNotSame(first, second);
          Eventually.is(() -> warnings.places("A connection is in use for") == 3);
          assertEquals(3, warnings.count("A connection is in use for"));
        }
      }
    }
  }

  private void borrowForLong(Warnings warnings) {
    db.transaction(
        () -> {
          LogRecord warning = warnings.await("A connection is in use for");
          assertTrue(Warnings.names(warning, "borrowForLong"));
          String here = Thread.currentThread().getName();
          assertTrue(warning.getThrown().getMessage().contains("'" + here + "'"));
        });
  }

  @Test
  void tooLongReadEndsInAnErrorThatNamesItsOpener() {
    open(ConnectionLimits.NONE.longestRead(Duration.ofMillis(100)));
    Lease held = db.sessions().hold();
    CursorClosedException e =
        assertThrows(
            CursorClosedException.class,
            () -> {
              while (true) {
                step(held);
              }
            });
    assertTrue(e.getMessage().startsWith("The reader was closed after 100 ms"), e.getMessage());
    Throwable opener = e.getCause();
    assertTrue(opener != null && Warnings.names(opener, "tooLongReadEndsInAnError"));
    held.close();
    assertEquals(0, db.stats().active());
    String endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";
    assertThrows(
        CursorClosedException.class,
        () -> db.query(endless + "SELECT count(*) FROM n", row -> row.int64(0)));
    for (int i = 0; i < 10; i++) {
      assertEquals(1, one());
    }
    assertEquals(0, db.stats().active());
  }

  @Test
  void quotaKeepsOneCallerFromTakingAllConnections() throws Exception {
    open(ConnectionLimits.NONE.quota("reports", 2));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try {
      List<Future<Long>> reports = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        reports.add(
            threads.submit(
                () ->
                    db.asCaller(
                        "reports",
                        () ->
                            db.readTransaction(
                                () -> {
                                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                  assertTrue(go.await(20, TimeUnit.SECONDS));
                                  inside.decrementAndGet();
                                  return db.asCaller("reports", this::one);
                                }))));
      }
      Eventually.is(() -> inside.get() == 2);
      assertEquals(1, one()); // others have what is left
      assertEquals(2, db.stats().active());
      go.countDown();
      for (Future<Long> each : reports) {
        assertEquals(1, each.get(20, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(2, most.get());
  }

  @Test
  void cursorsOfACallerWithAQuotaLeaveTheOtherReadersToOthers() throws Exception {
    open(ConnectionLimits.NONE.quota("reports", 1));
    db.resizeReaders(2);
    db.asCaller(
        "reports",
        () -> {
          try (Lease first = db.sessions().hold();
              Lease second = db.sessions().hold()) {
            assertNotSame(first, second);
            long waits = db.stats().waits();
            assertEquals(1, CompletableFuture.supplyAsync(this::one).get(10, TimeUnit.SECONDS));
            assertEquals(waits, db.stats().waits());
          }
        });
  }

  @Test
  void callerBeyondItsQuotaLeavesInTime() throws Exception {
    db.close();
    db =
        Database.open(
            config(ConnectionLimits.NONE.quota("reports", 1))
                .lockTimeout(Duration.ofMillis(50))
                .build());
    LockTimeoutException e =
        db.asCaller(
            "reports",
            () ->
                CompletableFuture.supplyAsync(
                        () ->
                            assertThrows(
                                LockTimeoutException.class,
                                () -> db.asCaller("reports", this::one)))
                    .get(20, TimeUnit.SECONDS));
    assertEquals(
        "The quota of caller 'reports' was not free within 50 ms: 1 threads work for it",
        e.getMessage());
    assertEquals(1, db.asCaller("reports", this::one));
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () ->
                db.asCaller(
                    "reports",
                    () -> {
                      held.countDown();
                      assertDoesNotThrow(() -> go.await());
                    }));
    held.await();
    assertThrows(LockTimeoutException.class, () -> db.asCaller("reports", this::one));
    go.countDown();
    other.get(20, TimeUnit.SECONDS);
    assertThrows(InvalidArgumentException.class, () -> db.asCaller("nobody", this::one));
  }

  @Test
  void readersCanBeFewerAndMoreWhileTheyWork() throws Exception {
    open(ConnectionLimits.NONE);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        work.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 2_000; n++) {
                    assertEquals(1, one());
                  }
                  return 1;
                }));
      }
      for (int n = 0; n < 200; n++) {
        db.resizeReaders(1 + n % 7);
      }
      for (Future<Integer> each : work) {
        assertEquals(1, each.get(30, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
    db.resizeReaders(2);
    useReaders(2);
    assertEquals(3, db.stats().limit());
    assertEquals(3, db.stats().open());
    assertEquals(0, db.stats().active());
    db.resizeReaders(6);
    useReaders(6);
    assertEquals(7, db.stats().open());
    assertThrows(InvalidArgumentException.class, () -> db.resizeReaders(0));
  }

  @Test
  void numberOfReadersHoldsUnderLoad() throws Exception {
    open(ConnectionLimits.NONE);
    one();
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Future<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        work.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 500; n++) {
                    one();
                    assertTrue(db.stats().open() <= 5);
                  }
                  return true;
                }));
      }
      for (Future<Boolean> each : work) {
        assertTrue(each.get(50, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
    assertTrue(db.stats().opened() <= 5);
    assertEquals(0, db.stats().waiting());
  }

  @Test
  void contradictionsAreListedTogether() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () ->
                config(
                        ConnectionLimits.NONE
                            .warmReaders(9)
                            .idleTimeout(Duration.ofHours(2))
                            .lifetime(Duration.ofHours(1))
                            .leakThreshold(Duration.ZERO)
                            .longestRead(Duration.ofSeconds(-1))
                            .quota("reports", 0))
                    .lazy(true)
                    .busyTimeout(Duration.ofDays(2))
                    .build());
    for (String problem :
        List.of(
            "warmReaders is 9",
            "lazy opens nothing",
            "idleTimeout is longer than lifetime",
            "leakThreshold",
            "longestRead",
            "quota of reports",
            "busyTimeout")) {
      assertTrue(e.getMessage().contains(problem), problem + " in " + e.getMessage());
    }
  }
}
