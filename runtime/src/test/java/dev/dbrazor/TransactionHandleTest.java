package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.pool.Lease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that go from thread to thread. */
@Timeout(60)
class TransactionHandleTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";

  @TempDir Path directory;
  private Database db;
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @BeforeEach
  void open() {
    db =
        Database.open(
            DatabaseConfig.builder()
                .path(directory.resolve("shop.db"))
                .readers(2)
                .lockTimeout(Duration.ofSeconds(20))
                .build());
    db.execute("CREATE TABLE t (x INTEGER)");
  }

  @AfterEach
  void close() {
    other.shutdownNow();
    db.close();
  }

  private void insert(long x) {
    db.execute("INSERT INTO t VALUES (?)", x);
  }

  private List<Long> rows() {
    return db.query("SELECT x FROM t ORDER BY x", row -> row.int64(0));
  }

  private <T> T elsewhere(Callable<T> work) throws Exception {
    try {
      return other.submit(work).get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static TransactionOptions within(Duration timeout) {
    return TransactionOptions.builder().timeout(timeout).build();
  }

  private static void assertEnded(String how, TransactionStateException e) {
    assertTrue(e.getMessage().startsWith("The transaction has ended: " + how), e.getMessage());
    assertTrue(e.getMessage().endsWith("; begin a new one"), e.getMessage());
  }

  @Test
  void bodiesOfSeveralThreadsAreOneTransaction() throws Exception {
    try (Transaction tx = db.begin()) {
      tx.run(() -> insert(1));
      assertEquals(List.of(), rows());
      List<Long> seen =
          elsewhere(
              () ->
                  tx.run(
                      () -> {
                        db.transaction(() -> insert(2));
                        return rows();
                      }));
      assertEquals(List.of(1L, 2L), seen);
      elsewhere(
          () -> {
            tx.commit();
            return null;
          });
    }
    assertEquals(List.of(1L, 2L), rows());
    insert(3);
  }

  @Test
  void whatABodyThrowsComesOutAndEndsNothing() {
    IllegalStateException own = new IllegalStateException();
    try (Transaction tx = db.begin()) {
      tx.run(() -> insert(1));
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  tx.run(
                      () -> {
                        throw own;
                      }));
      assertEquals(own, thrown);
      tx.run(() -> insert(2));
      tx.commit();
    }
    assertEquals(List.of(1L, 2L), rows());
  }

  @Test
  void closedWithoutCommitItIsRolledBack() {
    try (Transaction tx = db.begin()) {
      tx.run(() -> insert(1));
    }
    Transaction rolledBack = db.begin();
    rolledBack.run(() -> insert(2));
    rolledBack.rollback();
    assertEquals(List.of(), rows());
    insert(3);
  }

  @Test
  void afterItsEndEveryUseIsATypedErrorThatSaysHowItEnded() {
    Transaction tx = db.begin();
    tx.commit();
    assertEnded(
        "it was committed", assertThrows(TransactionStateException.class, () -> tx.run(() -> 1)));
    assertEnded(
        "it was committed", assertThrows(TransactionStateException.class, () -> tx.commit()));
    assertEnded(
        "it was committed", assertThrows(TransactionStateException.class, () -> tx.rollback()));
    tx.close();
    assertEquals(0, db.stats().active());
    Transaction second = db.begin();
    second.close();
    assertEnded(
        "it was closed without a commit",
        assertThrows(TransactionStateException.class, () -> second.commit()));
    assertEquals(0, db.stats().active());
  }

  @Test
  void oneThreadAtATimeWorksInIt() throws Exception {
    try (Transaction tx = db.begin()) {
      TransactionStateException busy =
          tx.run(
              () ->
                  elsewhere(
                      () -> assertThrows(TransactionStateException.class, () -> tx.run(() -> 1))));
      String here = Thread.currentThread().getName();
      assertTrue(busy.getMessage().contains("in use by thread '" + here + "'"), busy.getMessage());
      tx.run(
          () -> {
            assertThrows(TransactionStateException.class, () -> tx.run(() -> 1));
            assertThrows(TransactionStateException.class, tx::commit);
            assertThrows(TransactionStateException.class, tx::rollback);
            assertThrows(TransactionStateException.class, tx::close);
            assertThrows(TransactionStateException.class, db::begin);
          });
      db.readTransaction(
          () -> assertThrows(TransactionStateException.class, () -> tx.run(() -> 1)));
      tx.commit();
    }
  }

  @Test
  void streamsOfABodyEndWithIt() {
    try (Transaction tx = db.begin()) {
      Lease lease = tx.run(() -> db.sessions().hold());
      assertThrows(CursorClosedException.class, () -> lease.session().prepare("SELECT 1"));
      tx.commit();
    }
  }

  @Test
  void actionsAfterCommitRunAfterIt() {
    List<String> events = new ArrayList<>();
    try (Transaction tx = db.begin()) {
      tx.run(() -> db.afterCommit(() -> events.add("committed")));
      assertEquals(List.of(), events);
      tx.commit();
      assertEquals(List.of("committed"), events);
    }
    try (Transaction tx = db.begin()) {
      tx.run(() -> db.afterCommit(() -> events.add("never")));
    }
    assertEquals(List.of("committed"), events);
  }

  @Test
  void readingOneSeesOneSnapshotAndCannotWrite() {
    insert(1);
    try (Transaction tx = db.begin(TransactionOptions.builder().readOnly(true).build())) {
      assertEquals(List.of(1L), tx.run(this::rows));
      insert(2);
      assertEquals(List.of(1L), tx.run(this::rows));
      assertThrows(ReadOnlyDatabaseException.class, () -> tx.run(() -> insert(3)));
      tx.commit();
    }
    assertEquals(List.of(1L, 2L), rows());
    assertEquals(0, db.stats().active());
  }

  @Test
  void atItsDeadlineItDiesWhoeverWorksInIt() throws Exception {
    Transaction tx = db.begin(within(Duration.ofMillis(200)));
    CompletableFuture<Throwable> late = new CompletableFuture<>();
    CountDownLatch go = new CountDownLatch(1);
    other.execute(
        () -> {
          try {
            tx.run(
                () -> {
                  insert(1);
                  await(go); // as code that hangs
                  insert(2);
                });
          } catch (Throwable e) { // on a busy machine it may come too late for insert(1)
            late.complete(e);
          }
        });
    insert(3); // waits until the lock is free
    go.countDown();
    assertEnded(
        "its deadline of 200 ms passed",
        (TransactionStateException) late.get(10, TimeUnit.SECONDS));
    assertThrows(TransactionStateException.class, tx::commit);
    assertEquals(List.of(3L), rows());
  }

  @Test
  void atItsDeadlineARunningStatementEnds() throws Exception {
    Transaction tx = db.begin(within(Duration.ofMillis(200)));
    elsewhere(
        () ->
            assertThrows(
                DbRazorException.class,
                () -> tx.run(() -> db.execute("INSERT INTO t " + ENDLESS + "SELECT i FROM n"))));
    insert(3);
    assertEquals(List.of(3L), rows());
  }

  @Test
  void rollbackEndsTheStatementOfAnotherThread() throws Exception {
    Transaction tx = db.begin();
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    other.execute(
        () -> {
          try {
            tx.run(
                () -> {
                  insert(1);
                  running.countDown();
                  return db.query(ENDLESS + "SELECT count(*) FROM n", row -> row.int64(0));
                });
          } catch (Throwable e) {
            ended.complete(e);
          }
        });
    await(running);
    tx.rollback();
    assertTrue(ended.get(10, TimeUnit.SECONDS) instanceof DbRazorException);
    assertEquals(List.of(), rows());
    insert(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void forgottenOneIsReportedWithItsOpenerAndRolledBack() {
    try (Warnings warnings = Warnings.ofPool()) {
      forget();
      LogRecord warning = warnings.await("A transaction was never ended");
      assertTrue(Warnings.names(warning, "forget"));
      insert(2);
      assertEquals(List.of(2L), rows());
    }
  }

  private void forget() {
    Transaction tx = db.begin();
    tx.run(() -> insert(1));
  }

  @Test
  void openOneDoesNotKeepTheDatabaseFromClosing() {
    Transaction tx = db.begin();
    tx.run(() -> insert(1));
    db.close();
    assertThrows(DbRazorException.class, tx::commit);
    assertThrows(DbRazorException.class, () -> tx.run(() -> insert(2)));
    tx.close();
    db = Database.open(directory.resolve("shop.db"));
    assertEquals(List.of(), rows());
  }
}
