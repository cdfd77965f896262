package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.pool.Deadline;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Deadlines and further attempts of transactions and of all else a thread does. */
@Timeout(60)
class TransactionOptionsTest {
  private static final String ENDLESS_COUNT =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path directory;
  private Database db;

  @BeforeEach
  void open() {
    db =
        Database.open(
            DatabaseConfig.builder().path(file()).busyTimeout(Duration.ofMillis(1)).build());
    db.execute("CREATE TABLE t (x INTEGER)");
  }

  @AfterEach
  void close() {
    db.close();
  }

  private Path file() {
    return directory.resolve("shop.db");
  }

  private void insert(long x) {
    db.execute("INSERT INTO t VALUES (?)", x);
  }

  private long count() {
    return db.query("SELECT count(*) FROM t", row -> row.int64(0)).get(0);
  }

  private long endless() {
    return db.query(ENDLESS_COUNT, row -> row.int64(0)).get(0);
  }

  private static TransactionOptions.Builder within(Duration timeout) {
    return TransactionOptions.builder().timeout(timeout);
  }

  private static QueryTimeoutException assertTimesOut(Executable operation) {
    long start = System.nanoTime();
    QueryTimeoutException e = assertThrows(QueryTimeoutException.class, operation);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.compareTo(SHORT) >= 0, () -> "ended early, after " + took);
    assertTrue(took.compareTo(SHORT.multipliedBy(25)) < 0, () -> "ended late, after " + took);
    return e;
  }

  private static void spendShort() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < SHORT.toNanos()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void statementsOfATransactionEndAtItsDeadline() {
    assertTimesOut(
        () ->
            db.transaction(
                within(SHORT).build(),
                () -> {
                  insert(1);
                  endless();
                }));
    assertTimesOut(() -> db.transaction(within(SHORT).readOnly(true).build(), () -> endless()));
    assertEquals(0, count());
    db.transaction(within(LONG).build(), () -> insert(1));
    assertEquals(1, count());
  }

  @Test
  void transactionThatIsLateIsNotCommitted() {
    QueryTimeoutException e =
        assertThrows(
            QueryTimeoutException.class,
            () ->
                db.transaction(
                    within(SHORT).build(),
                    () -> {
                      insert(1);
                      spendShort();
                    }));
    assertEquals("The transaction did not end within the deadline of 200 ms", e.getMessage());
    assertEquals(TransactionState.ROLLED_BACK, e.transactionState());
    assertEquals(0, count());
  }

  @Test
  void deadlineCoversTheWriteLock() throws Exception {
    db.transaction(
        () ->
            CompletableFuture.runAsync(
                    () ->
                        assertTimesOut(
                            () -> db.transaction(within(SHORT).build(), () -> insert(1))))
                .get(20, TimeUnit.SECONDS));
    assertEquals(0, count());
  }

  @Test
  void earlierOfNestedDeadlinesCounts() {
    assertTimesOut(
        () ->
            db.transaction(
                within(SHORT).build(), () -> db.transaction(within(LONG).build(), this::endless)));
    assertTimesOut(
        () ->
            db.transaction(
                within(LONG).build(), () -> db.transaction(within(SHORT).build(), this::endless)));
    assertTimesOut(() -> db.withTimeout(SHORT, () -> db.withTimeout(LONG, this::endless)));
    assertTimesOut(() -> db.withTimeout(LONG, () -> db.withTimeout(SHORT, this::endless)));
    assertTimesOut(
        () -> db.withTimeout(SHORT, () -> db.transaction(within(LONG).build(), this::endless)));
    assertTimesOut(() -> db.transaction(() -> db.withTimeout(SHORT, this::endless)));
  }

  @Test
  void innerDeadlineEndsWithItsBody() {
    db.transaction(
        within(LONG).build(),
        () -> {
          db.transaction(within(SHORT).build(), () -> insert(1));
          db.withTimeout(SHORT, () -> insert(2));
          spendShort();
          insert(3);
        });
    assertEquals(3, count());
    db.withTimeout(SHORT, () -> insert(4));
    spendShort();
    assertEquals(4, count());
  }

  @Test
  void timeoutHoldsForPlainSqlAndWhatRunsAsynchronously() {
    assertTimesOut(() -> db.withTimeout(SHORT, () -> endless()));
    assertTimesOut(() -> db.withTimeout(SHORT, () -> db.execute("INSERT INTO t " + ENDLESS_COUNT)));
    assertTimesOut(
        () -> {
          try {
            db.withTimeout(SHORT, () -> db.async(() -> endless())).join();
          } catch (CompletionException e) {
            throw e.getCause();
          }
        });
    assertEquals(0, count());
  }

  @Test
  void timeoutMustBePositive() {
    assertThrows(InvalidArgumentException.class, () -> db.withTimeout(Duration.ZERO, () -> 1));
    assertThrows(ConfigurationException.class, () -> within(Duration.ofNanos(-1)).build());
  }

  @Test
  void bodyIsRunOnceUnlessItIsCalledIdempotent() {
    AtomicInteger runs = new AtomicInteger();
    LockTimeoutException transientError = new LockTimeoutException("as from elsewhere");
    ThrowingRunnable<RuntimeException> failing =
        () -> {
          runs.incrementAndGet();
          throw transientError;
        };
    assertSame(
        transientError,
        assertThrows(
            LockTimeoutException.class,
            () -> db.transaction(TransactionOptions.builder().build(), failing)));
    assertEquals(1, runs.get());
    TransactionOptions thrice =
        TransactionOptions.builder().idempotent(RetryPolicy.attempts(3)).build();
    assertThrows(LockTimeoutException.class, () -> db.transaction(thrice, failing));
    assertEquals(4, runs.get());
    db.transaction(
        () -> {
          assertThrows(LockTimeoutException.class, () -> db.transaction(thrice, failing));
        });
    assertEquals(5, runs.get(), "inside another transaction once");
  }

  @Test
  void attemptsEndWithTheFirstThatSucceeds() {
    AtomicInteger runs = new AtomicInteger();
    db.transaction(
        TransactionOptions.builder().idempotent(RetryPolicy.attempts(5)).build(),
        () -> {
          insert(1);
          if (runs.incrementAndGet() < 3) {
            throw new LockTimeoutException("as from elsewhere");
          }
        });
    assertEquals(3, runs.get());
    assertEquals(1, count());
  }

  @Test
  void lockOfAnotherProcessIsTriedAgain() throws Exception {
    TransactionOptions patient =
        TransactionOptions.builder()
            .idempotent(new RetryPolicy(100, Duration.ofMillis(50), Duration.ofMillis(50)))
            .build();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement lock = other.createStatement()) {
      lock.execute("BEGIN IMMEDIATE");
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> db.transaction(patient, () -> insert(1)));
      assertThrows(LockTimeoutException.class, () -> db.transaction(() -> insert(2)));
      lock.execute("COMMIT");
      waiting.get(20, TimeUnit.SECONDS);
    }
    assertEquals(1, count());
  }

  @Test
  void earlierFailuresAreSuppressedInTheLast() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement lock = other.createStatement()) {
      lock.execute("BEGIN IMMEDIATE");
      TransactionOptions thrice =
          TransactionOptions.builder().idempotent(RetryPolicy.attempts(3)).build();
      LockTimeoutException last =
          assertThrows(LockTimeoutException.class, () -> db.transaction(thrice, () -> insert(1)));
      assertEquals(2, last.getSuppressed().length);
      lock.execute("ROLLBACK");
    }
    assertEquals(0, count());
  }

  @Test
  void whatMayBeStoredIsNotTriedAgain() {
    AtomicInteger runs = new AtomicInteger();
    LockTimeoutException unknown = new LockTimeoutException("at the commit");
    unknown.noteTransactionState(TransactionState.UNKNOWN);
    LockTimeoutException e =
        assertThrows(
            LockTimeoutException.class,
            () ->
                new Attempts(RetryPolicy.attempts(3), Deadline.NONE)
                    .run(
                        () -> {
                          runs.incrementAndGet();
                          throw unknown;
                        }));
    assertSame(unknown, e);
    assertEquals(1, runs.get());
  }

  @Test
  void othersErrorsAreNotTriedAgain() {
    TransactionOptions thrice =
        TransactionOptions.builder().idempotent(RetryPolicy.attempts(3)).build();
    AtomicInteger runs = new AtomicInteger();
    assertThrows(
        StatementException.class,
        () ->
            db.transaction(
                thrice,
                () -> {
                  runs.incrementAndGet();
                  db.execute("INSERT INTO nowhere VALUES (1)");
                }));
    assertEquals(1, runs.get());
    LockTimeoutException stored = new LockTimeoutException("after the commit");
    stored.noteTransactionState(TransactionState.COMMITTED);
    assertThrows(
        LockTimeoutException.class,
        () ->
            db.transaction(
                thrice,
                () -> {
                  runs.incrementAndGet();
                  throw stored;
                }));
    assertEquals(2, runs.get());
  }

  @Test
  void deadlineEndsFurtherAttempts() {
    TransactionOptions options =
        within(SHORT)
            .idempotent(new RetryPolicy(100, Duration.ofMinutes(1), Duration.ofMinutes(1)))
            .build();
    LockTimeoutException e = new LockTimeoutException("as from elsewhere");
    assertSame(
        e,
        assertThrows(
            LockTimeoutException.class,
            () ->
                db.transaction(
                    options,
                    () -> {
                      throw e;
                    })));
  }

  @Test
  void policyReportsEveryProblemAtOnce() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> new RetryPolicy(0, Duration.ofMillis(-1), Duration.ofHours(1)));
    List.of("attempts", "firstPause", "longestPause")
        .forEach(name -> assertTrue(e.getMessage().contains(name), e.getMessage()));
  }

  @Test
  void beginRunsNothingAgain() {
    TransactionOptions thrice =
        TransactionOptions.builder().idempotent(RetryPolicy.attempts(3)).build();
    assertThrows(InvalidArgumentException.class, () -> db.begin(thrice));
    assertEquals(0, db.stats().active());
  }
}
