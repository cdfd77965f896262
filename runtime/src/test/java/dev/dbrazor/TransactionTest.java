package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions by plain SQL on a real file. */
class TransactionTest {
  @TempDir Path directory;
  private Database db;

  @BeforeEach
  void open() {
    db = Database.open(directory.resolve("shop.db"));
    db.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT UNIQUE)");
    db.execute(
        "CREATE TABLE part (item INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED, data BLOB)");
  }

  @AfterEach
  void close() {
    db.close();
  }

  private void insert(long id) {
    db.execute("INSERT INTO item VALUES (?, ?)", id, "item " + id);
  }

  private List<Long> ids() {
    return db.query("SELECT id FROM item ORDER BY id", row -> row.int64(0));
  }

  @Test
  void whatTheBodyReturnsPassesThroughAndIsCommitted() {
    String value =
        db.transaction(
            () -> {
              insert(1);
              return "done";
            });
    assertEquals("done", value);
    assertEquals(List.of(1L), ids());
  }

  @Test
  void checkedExceptionComesOutUnchangedAndRollsBack() {
    IOException thrown = new IOException("disk");
    IOException caught =
        assertThrows(
            IOException.class,
            () ->
                db.transaction(
                    () -> {
                      insert(1);
                      throw thrown;
                    }));
    assertSame(thrown, caught);
    assertEquals(0, caught.getSuppressed().length);
    assertEquals(List.of(), ids());
  }

  @Test
  void innerFailureKeepsOuterAndOuterFailureDropsInner() {
    db.transaction(
        () -> {
          insert(1);
          assertThrows(
              IllegalStateException.class,
              () ->
                  db.transaction(
                      () -> {
                        insert(2);
                        throw new IllegalStateException();
                      }));
          insert(3);
        });
    assertEquals(List.of(1L, 3L), ids());
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  db.transaction(() -> insert(4));
                  throw new IllegalStateException();
                }));
    assertEquals(List.of(1L, 3L), ids());
  }

  @Test
  void fiftyLevelsCommitTogether() {
    nest(50);
    assertEquals(50, ids().size());
  }

  private void nest(int levels) {
    if (levels > 0) {
      db.transaction(
          () -> {
            insert(levels);
            nest(levels - 1);
          });
    }
  }

  /** A tree of transactions in random order, some of which fail, against a stack of lists. */
  @Test
  void randomNestingsAgreeWithAModel() {
    Random random = new Random(7);
    Deque<List<Long>> model = new ArrayDeque<>();
    model.push(new ArrayList<>());
    long[] next = {1};
    for (int round = 0; round < 300; round++) {
      randomLevel(random, model, next, 0);
    }
    assertEquals(model.pop(), ids());
    assertTrue(next[0] > 300);
  }

  private void randomLevel(Random random, Deque<List<Long>> model, long[] next, int depth) {
    model.push(new ArrayList<>());
    try {
      db.transaction(
          () -> {
            for (int step = random.nextInt(4); step >= 0; step--) {
              if (depth < 6 && random.nextInt(3) == 0) {
                randomLevel(random, model, next, depth + 1);
              } else {
                model.peek().add(next[0]);
                insert(next[0]++);
              }
            }
            if (random.nextInt(3) == 0) {
              throw new IllegalStateException("rolled back on purpose");
            }
          });
      List<Long> committed = model.pop();
      model.peek().addAll(committed);
    } catch (IllegalStateException expected) {
      model.pop();
    }
  }

  @Test
  void othersSeeNothingUntilCommit() throws Exception {
    db.transaction(
        () -> {
          insert(1);
          assertEquals(List.of(1L), ids());
          assertEquals(
              List.of(), CompletableFuture.supplyAsync(this::ids).get(10, TimeUnit.SECONDS));
        });
    assertEquals(List.of(1L), CompletableFuture.supplyAsync(this::ids).get(10, TimeUnit.SECONDS));
  }

  @Test
  void readTransactionSeesOneSnapshotAndRefusesWrites() throws Exception {
    insert(1);
    db.readTransaction(
        () -> {
          assertEquals(1, ids().size());
          CompletableFuture.runAsync(() -> insert(2)).get(10, TimeUnit.SECONDS);
          assertEquals(1, ids().size());
          assertThrows(ReadOnlyDatabaseException.class, () -> insert(3));
          assertThrows(ReadOnlyDatabaseException.class, () -> db.transaction(() -> insert(3)));
          return null;
        });
    assertEquals(List.of(1L, 2L), ids());
  }

  @Test
  void readTransactionInsideATransactionSeesItsWritesButCannotAdd() {
    db.transaction(
        () -> {
          insert(1);
          db.readTransaction(
              () -> {
                assertEquals(List.of(1L), ids());
                assertThrows(ReadOnlyDatabaseException.class, () -> insert(2));
              });
          insert(3);
        });
    assertEquals(List.of(1L, 3L), ids());
  }

  @Test
  void failedStatementLeavesTheTransactionUsable() {
    db.transaction(
        () -> {
          insert(1);
          UniqueConstraintException e =
              assertThrows(UniqueConstraintException.class, () -> insert(1));
          assertEquals(TransactionState.ACTIVE, e.transactionState());
          insert(2);
        });
    assertEquals(List.of(1L, 2L), ids());
  }

  @Test
  void errorThatLeavesATransactionSaysRolledBack() {
    insert(1);
    UniqueConstraintException e =
        assertThrows(UniqueConstraintException.class, () -> db.transaction(() -> insert(1)));
    assertEquals(TransactionState.ROLLED_BACK, e.transactionState());
  }

  @Test
  void engineRollbackDoomsTheTransaction() {
    insert(1);
    TransactionDoomedException e =
        assertThrows(
            TransactionDoomedException.class,
            () ->
                db.transaction(
                    () -> {
                      insert(2);
                      DbRazorException first =
                          assertThrows(
                              UniqueConstraintException.class,
                              () -> db.execute("INSERT OR ROLLBACK INTO item VALUES (1, 'x')"));
                      assertEquals(TransactionState.DOOMED, first.transactionState());
                      assertThrows(TransactionDoomedException.class, () -> insert(3));
                      assertThrows(TransactionDoomedException.class, this::ids);
                      assertThrows(
                          TransactionDoomedException.class, () -> db.transaction(() -> insert(4)));
                    }));
    assertEquals(TransactionState.ROLLED_BACK, e.transactionState());
    assertTrue(e.getCause() instanceof UniqueConstraintException);
    assertEquals(List.of(1L), ids());
    insert(5);
    assertEquals(List.of(1L, 5L), ids());
  }

  @Test
  void raiseRollbackInsideASavepointDoomsTheWholeTransaction() {
    db.execute(
        "CREATE TRIGGER guard BEFORE INSERT ON item WHEN new.id = 9"
            + " BEGIN SELECT RAISE(ROLLBACK, 'nine'); END");
    assertThrows(
        TransactionDoomedException.class,
        () ->
            db.transaction(
                () -> {
                  insert(1);
                  assertThrows(ConstraintException.class, () -> db.transaction(() -> insert(9)));
                }));
    assertEquals(List.of(), ids());
  }

  @Test
  void fullDiskDoomsTheTransaction() {
    long pages = db.query("PRAGMA page_count", row -> row.int64(0)).get(0);
    Database small = db;
    assertTrue(pages > 0);
    StorageException e =
        assertThrows(
            StorageException.class,
            () ->
                small.transaction(
                    () -> {
                      insert(1);
                      small
                          .sessions()
                          .write(
                              session -> {
                                try (var limit =
                                    session.prepare("PRAGMA max_page_count = " + (pages + 20))) {
                                  return limit.step();
                                }
                              });
                      small.execute("INSERT INTO part VALUES (1, zeroblob(1000000))");
                    }));
    assertEquals(TransactionState.ROLLED_BACK, e.transactionState());
    assertEquals(List.of(), ids());
    db.execute("INSERT INTO part VALUES (NULL, zeroblob(1000000))"); // on a new connection
  }

  @Test
  void deferredForeignKeyFailsAtCommitAndLeavesNothingOpen() {
    ForeignKeyException e =
        assertThrows(
            ForeignKeyException.class,
            () -> db.transaction(() -> db.execute("INSERT INTO part VALUES (77, NULL)")));
    assertEquals(TransactionState.ROLLED_BACK, e.transactionState());
    insert(1);
    assertEquals(List.of(1L), ids());
    assertEquals(List.of(0L), db.query("SELECT count(*) FROM part", row -> row.int64(0)));
  }

  @Test
  void actionsRunAfterTheOutermostCommitOnly() {
    List<String> ran = new ArrayList<>();
    db.transaction(
        () -> {
          db.afterCommit(() -> ran.add("outer " + ids().size()));
          assertThrows(
              IllegalStateException.class,
              () ->
                  db.transaction(
                      () -> {
                        db.afterCommit(() -> ran.add("dropped"));
                        throw new IllegalStateException();
                      }));
          db.transaction(() -> db.afterCommit(() -> ran.add("inner")));
          insert(1);
          assertEquals(List.of(), ran);
        });
    assertEquals(List.of("outer 1", "inner"), ran);
    db.afterCommit(() -> ran.add("at once"));
    assertEquals("at once", ran.get(2));
  }

  @Test
  void failingActionNeitherUndoesNorHidesTheCommit() {
    List<String> ran = new ArrayList<>();
    String result =
        db.transaction(
            () -> {
              db.afterCommit(
                  () -> {
                    throw new IOException("mail server");
                  });
              db.afterCommit(() -> ran.add("next"));
              insert(1);
              return "stored";
            });
    assertEquals("stored", result);
    assertEquals(List.of("next"), ran);
    assertEquals(List.of(1L), ids());
  }

  @Test
  void actionMayUseTheDatabase() {
    db.transaction(
        () -> {
          insert(1);
          db.afterCommit(() -> insert(2));
        });
    assertEquals(List.of(1L, 2L), ids());
  }

  @Test
  void failedBeginLeavesNoGhost() {
    Path file = directory.resolve("busy.db");
    DatabaseConfig config =
        DatabaseConfig.builder().path(file).busyTimeout(Duration.ofMillis(20)).build();
    try (Database busy = Database.open(config);
        DriverConnection process =
            new JdbcDriver()
                .open(new OpenOptions(file, OpenMode.READ_WRITE, Duration.ZERO, 1_000_000))) {
      busy.execute("CREATE TABLE t (x)");
      run(process, "BEGIN IMMEDIATE");
      boolean[] entered = {false};
      assertThrows(LockTimeoutException.class, () -> busy.transaction(() -> entered[0] = true));
      assertFalse(entered[0]);
      run(process, "ROLLBACK");
      assertThrows(
          IllegalStateException.class,
          () ->
              busy.transaction(
                  () -> {
                    busy.execute("INSERT INTO t VALUES (1)");
                    throw new IllegalStateException();
                  }));
      assertEquals(List.of(0L), busy.query("SELECT count(*) FROM t", row -> row.int64(0)));
    }
  }

  private static void run(DriverConnection connection, String sql) {
    try (DriverStatement statement = connection.prepare(sql)) {
      statement.step();
    }
  }

  @Test
  void databaseClosedByAnotherThreadStoresNothingOfAnOpenTransaction() {
    Path file = directory.resolve("closed.db");
    DatabaseConfig config =
        DatabaseConfig.builder().path(file).closeTimeout(Duration.ofMillis(50)).build();
    try (Database closing = Database.open(config)) {
      closing.execute("CREATE TABLE t (x)");
      assertThrows(
          DbRazorException.class,
          () ->
              closing.transaction(
                  () -> {
                    closing.execute("INSERT INTO t VALUES (1)");
                    CompletableFuture.runAsync(closing::close).join();
                  }));
    }
    try (Database again = Database.open(file)) {
      assertEquals(List.of(0L), again.query("SELECT count(*) FROM t", row -> row.int64(0)));
    }
  }

  @Test
  void lockTimeoutNamesTheHolder() throws Exception {
    DatabaseConfig config =
        DatabaseConfig.builder()
            .path(directory.resolve("other.db"))
            .lockTimeout(Duration.ofMillis(50))
            .build();
    try (Database other = Database.open(config)) {
      other.execute("CREATE TABLE t (x)");
      CountDownLatch holds = new CountDownLatch(1);
      CompletableFuture<Void> done = new CompletableFuture<>();
      Thread holder =
          new Thread(
              () ->
                  other.transaction(
                      () -> {
                        holds.countDown();
                        done.join();
                      }),
              "slow importer");
      holder.start();
      holds.await();
      LockTimeoutException e =
          assertThrows(LockTimeoutException.class, () -> other.execute("INSERT INTO t VALUES (1)"));
      done.complete(null);
      holder.join();
      assertTrue(e.getMessage().contains("'slow importer' holds it since 20"), e.getMessage());
      assertTrue(e.getMessage().contains("a transaction"), e.getMessage());
      other.execute("INSERT INTO t VALUES (1)");
    }
  }

  @Test
  void eightThreadsCountWithoutLosingOne() throws Exception {
    db.execute("INSERT INTO item VALUES (0, 'counter')");
    db.execute("CREATE TABLE counter (n INTEGER)");
    db.execute("INSERT INTO counter VALUES (0)");
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      running.add(CompletableFuture.runAsync(this::count50));
    }
    for (CompletableFuture<Void> each : running) {
      each.get(30, TimeUnit.SECONDS);
    }
    assertEquals(List.of(400L), db.query("SELECT n FROM counter", row -> row.int64(0)));
  }

  private void count50() {
    for (int i = 0; i < 50; i++) {
      db.transaction(
          () -> {
            long n = db.query("SELECT n FROM counter", row -> row.int64(0)).get(0);
            db.execute("UPDATE counter SET n = ?", n + 1);
          });
    }
  }
}
