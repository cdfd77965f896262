package dev.dbrazor.hook;

import static dev.dbrazor.pool.TestPool.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.PluginTimeoutException;
import dev.dbrazor.TransactionDoomedException;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import dev.dbrazor.pool.OpenFiles;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.TestPool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hooks with a time limit, of a database that ends or whose transaction is lost. */
@Timeout(60)
class LimitedCallsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int MORE_THAN_THREADS = 20;

  @TempDir Path directory;
  private OpenFiles.Use use;
  private PooledSessions sessions;
  private LimitedCalls calls;

  @BeforeEach
  void open() {
    use = OpenFiles.open(TestPool.settings(new JdbcDriver(), directory.resolve("pool.db")), this);
    sessions = use.sessions();
    calls = new LimitedCalls(sessions);
  }

  @AfterEach
  void close() {
    calls.stop();
    use.close();
  }

  @Test
  void afterTheEndACallIsATypedErrorThatSaysWhatToDo() {
    calls.stop();
    DatabaseClosedException e =
        assertThrows(DatabaseClosedException.class, () -> calls.call("it", LONG, () -> 1));
    assertEquals(
        "The database " + directory.resolve("pool.db") + " is closed; open it again",
        e.getMessage());
  }

  @Test
  void theEndInterruptsWhatRunsAndNotItsCaller() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              assertThrows(
                  DatabaseClosedException.class, () -> calls.call("it", LONG, () -> hang(running)));
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    assertTrue(running.await(20, TimeUnit.SECONDS));
    calls.stop();
    assertFalse(interrupted.get(20, TimeUnit.SECONDS));
  }

  private static boolean hang(CountDownLatch running) throws InterruptedException {
    running.countDown();
    return new CountDownLatch(1).await(1, TimeUnit.HOURS);
  }

  @Test
  void aHookThatWasInterruptedLeavesItsCallersFlagAlone() {
    OperationInterruptedException e =
        assertThrows(
            OperationInterruptedException.class,
            () ->
                calls.call(
                    "it",
                    LONG,
                    () -> {
                      throw new InterruptedException("own");
                    }));
    assertEquals("it was interrupted", e.getMessage());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void theThreadIsADaemonOfTheDatabase() throws Exception {
    Thread thread = calls.call("it", LONG, Thread::currentThread);
    assertTrue(thread.isDaemon());
    assertEquals("dbrazor-plugin", thread.getName());
  }

  @Test
  void callsRefusedInADoomedTransactionTakeNoThread() throws Exception {
    sessions.write(session -> step(session, "CREATE TABLE t (x INTEGER UNIQUE)"));
    sessions.write(session -> step(session, "INSERT INTO t VALUES (1)"));
    assertThrows(
        TransactionDoomedException.class, () -> sessions.transaction(this::callWhileDoomed));
    assertEquals(1, calls.call("it", LONG, () -> 1));
  }

  private boolean callWhileDoomed() {
    assertThrows(
        DbRazorException.class,
        () -> sessions.write(session -> step(session, "INSERT OR ROLLBACK INTO t VALUES (1)")));
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      assertThrows(TransactionDoomedException.class, () -> calls.call("it", LONG, () -> 1));
    }
    return true;
  }

  @Test
  void whenAllThreadsHangOneMoreCallIsATypedErrorThatSaysSo() throws Exception {
    CountDownLatch inside = new CountDownLatch(16);
    CountDownLatch go = new CountDownLatch(1);
    try {
      while (inside.getCount() > 0) {
        assertThrows(
            PluginTimeoutException.class,
            () -> calls.call("it", Duration.ofMillis(20), () -> hangUninterruptibly(inside, go)));
      }
      PluginTimeoutException e =
          assertThrows(
              PluginTimeoutException.class, () -> calls.call("it", Duration.ofMillis(1), () -> 1));
      assertEquals(
          "No thread was free for it within 1 ms: all 16 are in other hooks", e.getMessage());
    } finally {
      go.countDown();
    }
    assertEquals(1, calls.call("it", LONG, () -> 1));
  }

  private static boolean hangUninterruptibly(CountDownLatch inside, CountDownLatch go) {
    inside.countDown();
    while (true) {
      try {
        return go.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        continue;
      }
    }
  }
}
