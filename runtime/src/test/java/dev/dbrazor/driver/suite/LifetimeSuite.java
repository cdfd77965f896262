package dev.dbrazor.driver.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interrupting, closing, transactions: what ends when, for each driver. */
public abstract class LifetimeSuite extends DriverFixture {
  @Test
  void statementOfAClosedConnectionThrows() {
    DriverStatement row = connection.prepare("SELECT 1");
    assertTrue(row.step());
    connection.close();
    assertThrows(DatabaseClosedException.class, () -> row.int64(0));
    assertThrows(DatabaseClosedException.class, row::step);
    row.reset();
    row.close();
  }

  /** A full-text table keeps statements of its own on the connection; freeing them is its task. */
  @Test
  void closingLeavesTheEnginesOwnStatementsToIt() {
    run("CREATE VIRTUAL TABLE texts USING fts5(body)");
    for (int i = 0; i < 100; i++) {
      run("INSERT INTO texts (body) VALUES ('a text of its own')");
      DriverStatement found = connection.prepare("SELECT count(*) FROM texts('own')");
      assertTrue(found.step());
      assertEquals(i + 1, found.int64(0));
      connection.close();
      connection = open(file(), OpenMode.CREATE);
    }
  }

  @Test
  void transactionIsKnownWithoutDisturbingIt() {
    assertFalse(connection.inTransaction());
    run("BEGIN");
    run("INSERT INTO child (id) VALUES (1)");
    assertTrue(connection.inTransaction());
    run("COMMIT");
    assertFalse(connection.inTransaction());
    assertEquals(1, run("DELETE FROM child"));
  }

  /** Runs for hours when nobody ends it. */
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

  @Test
  @Timeout(30)
  void interruptEndsARunningStatementOnly() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    CountDownLatch prepared = new CountDownLatch(1);
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(
            () -> {
              try (DriverStatement endless = connection.prepare(ENDLESS)) {
                prepared.countDown();
                assertThrows(OperationInterruptedException.class, endless::step);
              } finally {
                ended.set(true);
              }
            });
    prepared.await();
    while (!ended.get()) {
      connection.interrupt();
      Thread.onSpinWait();
    }
    run.get();
    assertEquals(1, run("INSERT INTO child (n) VALUES ('still works')"));
  }

  @Test
  @Timeout(30)
  void statementIsAskedWhetherToStop() {
    AtomicBoolean stop = new AtomicBoolean(true);
    connection.stopWhen(stop::get);
    try (DriverStatement endless = connection.prepare(ENDLESS)) {
      assertThrows(OperationInterruptedException.class, endless::step);
    }
    stop.set(false);
    assertEquals(0, run(ENDLESS.replace("FROM n)", "FROM n LIMIT 100000)")));
    assertEquals(1, run("INSERT INTO child (n) VALUES ('still works')"));
  }

  @Test
  @Timeout(60)
  void closeUnderLoadNeverTouchesFreedMemory() throws Exception {
    for (int round = 0; round < 40; round++) {
      DriverConnection other = open(file(), OpenMode.READ_WRITE);
      readOnce(other); // interrupted when it is first used, json_each fails with another error
      CountDownLatch reading = new CountDownLatch(1);
      CompletableFuture<Void> reader =
          CompletableFuture.runAsync(
              () -> assertThrows(DbRazorException.class, () -> readForever(other, reading)));
      CompletableFuture<Void> interrupting =
          CompletableFuture.runAsync(
              () -> {
                while (!reader.isDone()) {
                  other.interrupt();
                }
              });
      reading.await();
      other.close();
      reader.get();
      interrupting.get();
    }
    assertEquals(1, run("INSERT INTO child (n) VALUES ('still works')"));
  }

  private static void readForever(DriverConnection on, CountDownLatch reading) {
    while (true) {
      try {
        readOnce(on);
      } catch (OperationInterruptedException e) {
        // As asked; closing is what ends this.
      } finally {
        reading.countDown();
      }
    }
  }

  private static void readOnce(DriverConnection on) {
    try (DriverStatement row =
        on.prepare("SELECT value, 'text ' || value, x'0102' FROM json_each('[1,2,3,4,5]')")) {
      while (row.step()) {
        assertEquals("text " + row.int64(0), row.text(1));
        assertEquals(2, row.blob(2).length);
        assertEquals(ColumnType.TEXT, row.type(1));
      }
    }
  }

  @Test
  void closeReleasesTheFileOfAnOpenCursorAndRollsBack() {
    DriverConnection other = open(file(), OpenMode.READ_WRITE);
    run(other, "BEGIN IMMEDIATE");
    run(other, "INSERT INTO child (id) VALUES (1)");
    DriverStatement cursor = other.prepare("SELECT id FROM child");
    assertTrue(cursor.step());
    other.close();
    assertThrows(DatabaseClosedException.class, () -> cursor.int64(0));
    run("BEGIN EXCLUSIVE");
    assertEquals(0, run("DELETE FROM child"));
    run("COMMIT");
  }

  @Test
  void closeTwiceAndUseAfterCloseAreHarmless() {
    connection.close();
    connection.close();
    connection.interrupt();
    assertThrows(DbRazorException.class, () -> connection.prepare("SELECT 1"));
  }

  @Test
  void closedStatementRefusesEverything() {
    DriverStatement row = connection.prepare("SELECT ?1");
    assertTrue(row.step());
    row.close();
    row.close();
    assertFalse(row.reusable());
    assertThrows(DbRazorException.class, row::step);
    assertThrows(DbRazorException.class, () -> row.int64(0));
    assertEquals(1, run("INSERT INTO child (n) VALUES ('still works')"));
  }

  @Test
  void manyStatementsCanBeOpenAtATime() {
    List<DriverStatement> open = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      DriverStatement row = connection.prepare("SELECT " + i);
      assertTrue(row.step());
      open.add(row);
    }
    for (int i = 0; i < 500; i++) {
      assertEquals(i, open.get(i).int64(0));
      open.get(i).close();
    }
  }
}
