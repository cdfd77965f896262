package dev.dbrazor.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.TransactionDoomedException;
import dev.dbrazor.TransactionStateException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A transaction lent to another thread and taken back. */
@Timeout(60)
class TransactionLoanTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";

  @TempDir Path directory;
  private PooledSessions sessions;

  @BeforeEach
  void open() {
    sessions =
        new PooledSessions(
            TestPool.settings(
                new JdbcDriver(),
                directory.resolve("pool.db"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMillis(200)));
    write("CREATE TABLE t (x INTEGER)");
  }

  @AfterEach
  void close() {
    sessions.close();
  }

  private boolean write(String sql) {
    return sessions.write(
        session -> {
          try (DriverStatement statement = session.prepare(sql)) {
            return statement.step();
          }
        });
  }

  private long count() {
    return sessions.read(
        session -> {
          try (DriverStatement statement = session.prepare("SELECT count(*) FROM t")) {
            statement.step();
            return statement.int64(0);
          }
        });
  }

  private static CompletableFuture<Boolean> elsewhere(Runnable work) {
    return CompletableFuture.supplyAsync(
        () -> {
          work.run();
          return true;
        });
  }

  private static boolean get(CompletableFuture<Boolean> result) {
    return result.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void borrowersWorkIsPartOfTheTransaction() {
    List<String> events = new ArrayList<>();
    sessions.transaction(
        () -> {
          write("INSERT INTO t VALUES (1)");
          try (TransactionLoan loan = sessions.lend()) {
            get(
                elsewhere(
                    () ->
                        loan.run(
                            () -> {
                              assertEquals(1, count());
                              sessions.afterCommit(() -> events.add("borrower"));
                              return sessions.transaction(() -> write("INSERT INTO t VALUES (2)"));
                            })));
          }
          assertEquals(2, count());
          assertEquals(List.of(), events);
          return write("INSERT INTO t VALUES (3)");
        });
    assertEquals(3, count());
    assertEquals(List.of("borrower"), events);
  }

  @Test
  void ownerCannotUseWhatIsLent() {
    sessions.transaction(
        () -> {
          try (TransactionLoan loan = sessions.lend()) {
            assertThrows(TransactionStateException.class, this::count);
            assertThrows(TransactionStateException.class, () -> write("INSERT INTO t VALUES (1)"));
            assertThrows(
                TransactionStateException.class, () -> sessions.transaction(() -> count()));
            get(elsewhere(() -> loan.run(() -> write("INSERT INTO t VALUES (2)"))));
            get(
                elsewhere(
                    () -> assertThrows(TransactionStateException.class, () -> loan.run(() -> 1))));
          }
          return count();
        });
    assertEquals(1, count());
  }

  @Test
  void whatAFailedBodyDidIsUndone() {
    sessions.transaction(
        () -> {
          write("INSERT INTO t VALUES (1)");
          try (TransactionLoan loan = sessions.lend()) {
            get(
                elsewhere(
                    () ->
                        assertThrows(
                            IllegalStateException.class,
                            () ->
                                loan.run(
                                    () -> {
                                      write("INSERT INTO t VALUES (2)");
                                      throw new IllegalStateException();
                                    }))));
          }
          return count();
        });
    assertEquals(1, count());
  }

  @Test
  void takenBackFromABodyThatHangsNothingOfItStays() {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Boolean> borrower =
        sessions.transaction(
            () -> {
              TransactionLoan loan = sessions.lend();
              CompletableFuture<Boolean> result =
                  elsewhere(
                      () ->
                          assertThrows(
                              TransactionStateException.class,
                              () -> loan.run(() -> hang(inside, go))));
              await(inside);
              loan.close();
              assertEquals(0, count());
              write("INSERT INTO t VALUES (1)");
              return result;
            });
    go.countDown();
    assertTrue(get(borrower));
    assertEquals(1, count());
  }

  /** Inside a savepoint of its own; all that comes after the wait is refused. */
  private boolean hang(CountDownLatch inside, CountDownLatch go) {
    return assertThrows(
            TransactionStateException.class,
            () ->
                sessions.transaction(
                    () -> {
                      write("INSERT INTO t VALUES (2)");
                      inside.countDown();
                      await(go);
                      assertThrows(TransactionStateException.class, this::count);
                      return write("INSERT INTO t VALUES (3)");
                    }))
        .getMessage()
        .startsWith("The transaction has ended: its owner took it back");
  }

  /** Doomed, unless the loan ended before the statement had begun. */
  @Test
  void takenBackARunningStatementEnds() {
    CountDownLatch inside = new CountDownLatch(1);
    String endless = "INSERT INTO t " + ENDLESS + "SELECT i FROM n";
    try {
      sessions.transaction(
          () -> {
            TransactionLoan loan = sessions.lend();
            CompletableFuture<Boolean> result =
                elsewhere(
                    () ->
                        assertThrows(
                            DbRazorException.class,
                            () ->
                                loan.run(
                                    () -> {
                                      inside.countDown();
                                      return write(endless);
                                    })));
            await(inside);
            long start = System.nanoTime();
            while (System.nanoTime() - start < 20_000_000) {
              Thread.onSpinWait();
            }
            loan.close();
            get(result);
            return write("INSERT INTO t SELECT 1 WHERE false");
          });
    } catch (TransactionDoomedException doomed) {
      assertTrue(doomed.getCause() instanceof DbRazorException);
    }
    assertEquals(0, count());
    write("INSERT INTO t VALUES (2)");
  }

  @Test
  void snapshotCanBeLentToo() {
    sessions.readTransaction(
        () -> {
          try (TransactionLoan loan = sessions.lend()) {
            return get(elsewhere(() -> assertEquals(0, loan.run(this::count))));
          }
        });
  }

  @Test
  void withoutATransactionNothingCanBeLent() {
    assertThrows(TransactionStateException.class, sessions::lend);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
