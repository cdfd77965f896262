package dev.dbrazor.pool;

import static dev.dbrazor.pool.TestPool.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.QueryTimeoutException;
import dev.dbrazor.TransactionDoomedException;
import dev.dbrazor.TransactionState;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Statements that would never end, in a pool with two readers. */
@Timeout(30)
class DeadlineTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";
  private static final String ENDLESS_COUNT = ENDLESS + "SELECT count(*) FROM n";
  private static final String ENDLESS_INSERT = "INSERT INTO t " + ENDLESS + "SELECT i FROM n";
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir Path directory;
  private PooledSessions sessions;

  @BeforeEach
  void open() {
    sessions = open(directory.resolve("pool.db"));
    sessions.write(session -> step(session, "CREATE TABLE t (x INTEGER)"));
    sessions.write(session -> step(session, "INSERT INTO t VALUES (1)"));
  }

  private static PooledSessions open(Path file) {
    Duration patience = Duration.ofSeconds(20);
    return new PooledSessions(
        TestPool.settings(new JdbcDriver(), file, patience, patience, Duration.ofMillis(200)));
  }

  @AfterEach
  void close() {
    assertTrue(!Thread.interrupted());
    sessions.close();
  }

  private long number(String sql) {
    return sessions.read(session -> number(session, sql));
  }

  private static long number(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.step();
      return statement.int64(0);
    }
  }

  private Sessions timed() {
    return sessions.within(SHORT);
  }

  private static QueryTimeoutException assertTimesOut(Executable operation) {
    long start = System.nanoTime();
    QueryTimeoutException e = assertThrows(QueryTimeoutException.class, operation);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.compareTo(SHORT) >= 0, () -> "ended early, after " + took);
    assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, () -> "ended late, after " + took);
    assertTrue(e.getMessage().endsWith("within the deadline of 200 ms"), e.getMessage());
    return e;
  }

  @Test
  void endlessStatementEndsAtItsDeadlineAndItsConnectionWorksOn() {
    Session reader = sessions.read(session -> session);
    QueryTimeoutException e =
        assertTimesOut(() -> timed().read(session -> step(session, ENDLESS_COUNT)));
    assertEquals(ENDLESS_COUNT, e.sql().orElseThrow());
    assertEquals(TransactionState.NONE, e.transactionState());
    assertEquals(reader, sessions.read(session -> session));
    assertEquals(1, number("SELECT count(*) FROM t"));
  }

  @Test
  void statementsWithoutDeadlineRunAsLongAsTheyNeed() {
    assertTimesOut(() -> timed().read(session -> step(session, ENDLESS_COUNT)));
    long start = System.nanoTime();
    String tenMillion = ENDLESS + "SELECT count(*) FROM (SELECT i FROM n LIMIT 10000000)";
    assertEquals(10_000_000, number(tenMillion));
    assertTrue(System.nanoTime() - start > SHORT.toNanos(), "too fast to show anything");
  }

  @Test
  void otherCursorsLiveOn() {
    String rows = ENDLESS + "SELECT i FROM n";
    try (Lease elsewhere = sessions.hold();
        DriverStatement other = elsewhere.session().prepare(rows)) {
      sessions.readTransaction(
          () -> {
            DriverStatement same = sessions.hold().session().prepare(rows);
            assertTrue(same.step() && other.step());
            assertTimesOut(() -> timed().read(session -> step(session, ENDLESS_COUNT)));
            assertTrue(same.step() && other.step());
            assertEquals(2, same.int64(0));
            assertEquals(2, other.int64(0));
            return null;
          });
    }
  }

  @Test
  void readThatTimesOutLeavesItsTransactionOpen() {
    sessions.transaction(
        () -> {
          sessions.write(session -> step(session, "INSERT INTO t VALUES (2)"));
          QueryTimeoutException e =
              assertTimesOut(() -> timed().read(session -> step(session, ENDLESS_COUNT)));
          assertEquals(TransactionState.ACTIVE, e.transactionState());
          sessions.write(session -> step(session, "INSERT INTO t VALUES (3)"));
          return null;
        });
    assertEquals(3, number("SELECT count(*) FROM t"));
  }

  @Test
  void writeThatTimesOutDoomsItsTransaction() {
    TransactionDoomedException doomed =
        assertThrows(
            TransactionDoomedException.class,
            () ->
                sessions.transaction(
                    () -> {
                      QueryTimeoutException e =
                          assertTimesOut(
                              () -> timed().write(session -> step(session, ENDLESS_INSERT)));
                      assertEquals(TransactionState.DOOMED, e.transactionState());
                      sessions.write(session -> step(session, "INSERT INTO t VALUES (3)"));
                      return null;
                    }));
    assertInstanceOf(QueryTimeoutException.class, doomed.getCause());
    assertEquals(1, number("SELECT count(*) FROM t"));
    sessions.write(session -> step(session, "INSERT INTO t VALUES (4)"));
  }

  @Test
  void writeOfItsOwnThatTimesOutStoresNothing() {
    assertTimesOut(() -> timed().write(session -> step(session, ENDLESS_INSERT)));
    assertTimesOut(() -> timed().atomically(session -> step(session, ENDLESS_INSERT)));
    assertEquals(1, number("SELECT count(*) FROM t"));
  }

  @Test
  void cursorMustBeReadToItsEndByTheDeadline() {
    try (Lease lease = timed().hold();
        DriverStatement rows = lease.session().prepare("SELECT x FROM t UNION ALL VALUES (2)")) {
      assertTrue(rows.step());
      assertThrows(
          QueryTimeoutException.class,
          () -> {
            while (true) {
              step(lease.session(), "SELECT 1");
            }
          });
      assertThrows(QueryTimeoutException.class, rows::step);
    }
    assertEquals(1, number("SELECT count(*) FROM t"));
  }

  @Test
  void laterDeadlineReplacesTheEarlier() {
    Sessions twice = timed().within(Duration.ofSeconds(Long.MAX_VALUE));
    long start = System.nanoTime();
    twice.read(
        session -> {
          while (System.nanoTime() - start < SHORT.toNanos() * 2) {
            step(session, "SELECT 1");
          }
          return null;
        });
    assertTimesOut(
        () -> sessions.within(Duration.ofDays(1)).within(SHORT).read(s -> step(s, ENDLESS_COUNT)));
  }

  @Test
  void deadlineCoversWaitingForTheWriteLock() throws Exception {
    sessions.transaction(
        () -> {
          CompletableFuture.runAsync(
                  () ->
                      assertTimesOut(() -> timed().write(s -> step(s, "INSERT INTO t VALUES (5)"))))
              .get(10, TimeUnit.SECONDS);
          return null;
        });
    assertEquals(1, number("SELECT count(*) FROM t"));
  }

  @Test
  void deadlineCoversWaitingForAReader() throws Exception {
    try (Lease one = sessions.hold();
        Lease two = sessions.hold()) {
      CompletableFuture.runAsync(
              () -> assertTimesOut(() -> timed().read(session -> step(session, "SELECT 1"))))
          .get(10, TimeUnit.SECONDS);
      assertEquals(1, number(one.session(), "SELECT 1"));
      assertEquals(1, number(two.session(), "SELECT 1"));
    }
  }

  @Test
  void deadlineCoversLocksOfOtherProcesses() throws Exception {
    PooledSessions other = open(directory.resolve("pool.db")); // apart, as another process is
    try {
      CompletableFuture<Boolean> withoutDeadline = new CompletableFuture<>();
      other.transaction(
          () -> {
            assertTimesOut(() -> timed().write(s -> step(s, "INSERT INTO t VALUES (5)")));
            assertTimesOut(() -> timed().atomically(s -> step(s, "INSERT INTO t VALUES (5)")));
            withoutDeadline.completeAsync(
                () -> sessions.write(s -> step(s, "INSERT INTO t VALUES (6)")));
            assertTimesOut(() -> timed().write(s -> step(s, "INSERT INTO t VALUES (5)")));
            return null;
          });
      withoutDeadline.get(10, TimeUnit.SECONDS);
    } finally {
      other.close();
    }
    assertEquals(2, number("SELECT count(*) FROM t"));
  }

  @Test
  void interruptingAThreadEndsItsStatementAndKeepsItsFlag() throws Exception {
    CompletableFuture<Boolean> flagged = new CompletableFuture<>();
    CountDownLatch running = new CountDownLatch(1);
    Thread reading =
        new Thread(
            () ->
                sessions.read(
                    session -> {
                      running.countDown();
                      OperationInterruptedException e =
                          assertThrows(
                              OperationInterruptedException.class,
                              () -> step(session, ENDLESS_COUNT));
                      assertEquals(ENDLESS_COUNT, e.sql().orElseThrow());
                      return flagged.complete(Thread.currentThread().isInterrupted());
                    }));
    reading.start();
    assertTrue(running.await(5, TimeUnit.SECONDS));
    reading.interrupt();
    assertTrue(flagged.get(5, TimeUnit.SECONDS));
    assertEquals(1, number("SELECT count(*) FROM t"));
  }

  @Test
  void interruptedWriteDoomsItsTransaction() {
    Thread.currentThread().interrupt();
    assertThrows(
        OperationInterruptedException.class,
        () -> sessions.transaction(() -> sessions.write(s -> step(s, ENDLESS_INSERT))));
    assertTrue(Thread.interrupted());
    assertEquals(1, number("SELECT count(*) FROM t"));
  }

  /**
   * The engine counts a statement's steps over all its runs, so that even COMMIT is asked about.
   */
  @Test
  void interruptedThreadCanAlwaysBeginAndEndTransactions() {
    Thread.currentThread().interrupt();
    for (int i = 0; i < 10_000; i++) {
      sessions.readTransaction(() -> 1);
    }
    assertTrue(Thread.interrupted());
  }
}
