package dev.dbrazor.pool;

import static dev.dbrazor.pool.TestPool.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.StatementException;
import dev.dbrazor.TransactionStateException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cursors, readers and statements of a pool with two readers. */
@Timeout(30)
class PooledSessionsTest {
  private static final String ROWS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) SELECT i FROM n";

  @TempDir Path directory;
  private PooledSessions sessions;

  @BeforeEach
  void open() {
    sessions = new PooledSessions(settings(directory.resolve("pool.db")));
    run("CREATE TABLE t (x INTEGER)");
    run("INSERT INTO t VALUES (1)");
  }

  private static PoolSettings settings(Path file) {
    return TestPool.settings(
        new JdbcDriver(),
        file,
        Duration.ofSeconds(5),
        Duration.ofMillis(200),
        Duration.ofMillis(200));
  }

  @AfterEach
  void close() {
    sessions.close();
  }

  /** As several processes do, each with connections of its own. */
  @Test
  void poolsOpeningANewFileAtTheSameInstantAllSucceed() throws Exception {
    for (int round = 0; round < 10; round++) {
      Path file = directory.resolve("new" + round + ".db");
      CountDownLatch go = new CountDownLatch(1);
      List<CompletableFuture<Void>> opening = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        opening.add(
            CompletableFuture.runAsync(
                () -> openAndClose(file, go), task -> new Thread(task).start()));
      }
      go.countDown();
      for (CompletableFuture<Void> each : opening) {
        each.get(20, TimeUnit.SECONDS);
      }
    }
  }

  private static void openAndClose(Path file, CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    new PooledSessions(settings(file)).close();
  }

  private void run(String sql) {
    sessions.write(session -> step(session, sql));
  }

  private long count() {
    return sessions.read(this::count);
  }

  private long count(Session session) {
    try (DriverStatement statement = session.prepare("SELECT count(*) FROM t")) {
      statement.step();
      return statement.int64(0);
    }
  }

  @Test
  void cursorSeesOneSnapshotDespiteWriters() {
    try (Lease lease = sessions.hold()) {
      assertEquals(1, count(lease.session()));
      run("INSERT INTO t VALUES (2)");
      assertEquals(1, count(lease.session()));
      assertEquals(2, count());
    }
    assertEquals(2, count());
  }

  @Test
  void twoCursorsOverOneTextDoNotDisturbEachOther() {
    try (Lease lease = sessions.hold();
        DriverStatement first = lease.session().prepare(ROWS);
        DriverStatement second = lease.session().prepare(ROWS)) {
      for (long row = 1; row <= 100; row++) {
        assertTrue(first.step());
        assertTrue(second.step());
        assertEquals(row, first.int64(0));
        assertEquals(row, second.int64(0));
      }
      assertFalse(first.step());
    }
  }

  @Test
  void readingAfterCloseThrows() {
    Lease lease = sessions.hold();
    DriverStatement rows = lease.session().prepare(ROWS);
    assertTrue(rows.step());
    lease.close();
    lease.close();
    assertThrows(CursorClosedException.class, rows::step);
    assertThrows(CursorClosedException.class, () -> rows.int64(0));
    assertThrows(CursorClosedException.class, () -> lease.session().prepare(ROWS));
  }

  @Test
  void threadWithAnOpenCursorNeverWaitsForItself() {
    try (Lease first = sessions.hold();
        Lease second = sessions.hold()) {
      assertNotSame(first, second);
      assertEquals(1, count());
      sessions.readTransaction(() -> count());
      assertEquals(1, count(first.session()));
    }
  }

  @Test
  void tooManyCursorsOfOneThreadFailNamingWhereTheyWereOpened() {
    List<Lease> open = new ArrayList<>();
    LockTimeoutException e =
        assertThrows(
            LockTimeoutException.class,
            () -> {
              while (true) {
                open.add(sessions.hold());
              }
            });
    assertEquals(4, open.size());
    assertEquals(4, e.getSuppressed().length);
    StackTraceElement[] opener = e.getSuppressed()[0].getStackTrace();
    assertTrue(
        List.of(opener).stream().anyMatch(f -> f.getClassName().equals(getClass().getName())));
    open.forEach(Lease::close);
    assertEquals(1, count());
  }

  @Test
  void cursorLeftOpenInATransactionIsClosedAtItsEnd() {
    List<DriverStatement> kept = new ArrayList<>();
    sessions.transaction(
        () -> {
          DriverStatement rows = sessions.hold().session().prepare(ROWS);
          rows.step();
          kept.add(rows);
          run("INSERT INTO t VALUES (2)");
          assertTrue(rows.step());
          return null;
        });
    assertThrows(CursorClosedException.class, kept.get(0)::step);
    assertEquals(2, count());
  }

  @Test
  void forgottenCursorIsReportedWithItsOpenerAndTakenBack() throws Exception {
    CompletableFuture<LogRecord> logged = new CompletableFuture<>();
    Logger logger = Logger.getLogger("dev.dbrazor.pool");
    Handler handler = handler(logged);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      forget();
      while (!logged.isDone()) {
        System.gc();
        try {
          logged.get(20, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException again) {
          assertFalse(logged.isDone());
        }
      }
      List<StackTraceElement> opener = List.of(logged.get().getThrown().getStackTrace());
      assertTrue(opener.stream().anyMatch(frame -> frame.getMethodName().equals("forget")));
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    CompletableFuture.runAsync(
            () -> {
              try (Lease one = sessions.hold();
                  Lease two = sessions.hold()) {
                assertEquals(count(one.session()), count(two.session()));
              }
            })
        .get(5, TimeUnit.SECONDS);
  }

  private void forget() {
    sessions.hold().session().prepare(ROWS).step();
  }

  private static Handler handler(CompletableFuture<LogRecord> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord logRecord) {
        if (logRecord.getMessage().contains("never closed")) {
          logged.complete(logRecord);
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void threadFindsItsLastReaderAgain() {
    Session first = sessions.read(session -> session);
    assertSame(first, sessions.read(session -> session));
    Session second = sessions.read(session -> sessions.read(inner -> inner));
    assertNotSame(first, second);
    assertSame(second, sessions.read(session -> session));
  }

  @Test
  void noStatementReachesAnotherFile() {
    assertThrows(
        DbRazorException.class, () -> run("ATTACH '" + directory.resolve("other.db") + "' AS o"));
    assertFalse(Files.exists(directory.resolve("other.db")));
  }

  @Test
  void aTransactionInsideAWriteOfItsThreadIsRefusedAtOnce() {
    TransactionStateException e =
        assertThrows(
            TransactionStateException.class,
            () -> sessions.write(session -> sessions.transaction(() -> 1)));
    assertTrue(e.getMessage().contains("cannot begin while"), e.getMessage());
    run("INSERT INTO t VALUES (2)");
  }

  @Test
  void statementLeftOpenByAReadDoesNotHoldItsSnapshot() {
    DriverStatement left = sessions.read(session -> session.prepare("SELECT x FROM t"));
    assertThrows(CursorClosedException.class, left::step);
    run("INSERT INTO t VALUES (2)");
    assertEquals(2, count());
  }

  @Test
  void statementsBeyondTheCacheStillWork() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 20; i++) {
        int value = i;
        boolean row = sessions.read(session -> step(session, "SELECT " + value));
        assertTrue(row);
      }
    }
  }

  @Test
  void statementThatFailedFatallyIsNotKept() {
    String tooBig = "SELECT zeroblob(?)";
    for (int i = 0; i < 3; i++) {
      assertThrows(
          StatementException.class,
          () ->
              sessions.read(
                  session -> {
                    try (DriverStatement statement = session.prepare(tooBig)) {
                      statement.bindInt64(1, 1 << 21);
                      return statement.step();
                    }
                  }));
    }
    assertEquals(1, count());
  }

  @Test
  void readersCannotWrite() {
    assertThrows(
        ReadOnlyDatabaseException.class,
        () -> sessions.read(session -> step(session, "DELETE FROM t")));
    assertEquals(1, count());
  }

  @Test
  void interruptedWaiterLeavesWithItsFlagSet() throws Exception {
    CompletableFuture<Boolean> flagged = new CompletableFuture<>();
    sessions.transaction(
        () -> {
          Thread waiter =
              new Thread(
                  () -> {
                    Thread.currentThread().interrupt();
                    assertThrows(
                        OperationInterruptedException.class, () -> run("INSERT INTO t VALUES (9)"));
                    flagged.complete(Thread.currentThread().isInterrupted());
                  });
          waiter.start();
          assertTrue(flagged.get(5, TimeUnit.SECONDS));
          return null;
        });
    assertEquals(1, count());
  }

  @Test
  void settingsAreWhatThePolicySays() {
    assertEquals(List.of("wal", "1", "1", "1", "0", "1", "0", "-8000", "1000"), writer());
    assertEquals(
        List.of("1", "1", "2"),
        sessions.read(
            session ->
                List.of(
                    text(session, "PRAGMA query_only"),
                    text(session, "PRAGMA foreign_keys"),
                    text(session, "PRAGMA temp_store"))));
  }

  private List<String> writer() {
    return sessions.write(
        session ->
            List.of(
                text(session, "PRAGMA journal_mode"),
                text(session, "PRAGMA synchronous"),
                text(session, "PRAGMA foreign_keys"),
                text(session, "PRAGMA recursive_triggers"),
                text(session, "PRAGMA trusted_schema"),
                text(session, "PRAGMA cell_size_check"),
                text(session, "PRAGMA mmap_size"),
                text(session, "PRAGMA cache_size"),
                text(session, "PRAGMA wal_autocheckpoint")));
  }

  private static String text(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.step();
      return String.valueOf(statement.text(0));
    }
  }
}
