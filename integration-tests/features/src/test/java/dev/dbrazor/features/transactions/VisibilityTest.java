package dev.dbrazor.features.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who sees what, and when. */
class VisibilityTest extends TransactionTest {
  private final ExecutorService other = Executors.newFixedThreadPool(2);

  @AfterEach
  void stopThreads() {
    other.shutdownNow();
  }

  @Test
  void ownWritesAreSeenInsideAndByOthersOnlyAfterCommit() {
    db.transaction(
        () -> {
          add("a");
          assertEquals(List.of("a"), ids());
          assertEquals(List.of(), elsewhere(this::ids));
        });
    assertEquals(List.of("a"), elsewhere(this::ids));
  }

  @Test
  void aReadTransactionSeesOneSnapshot() {
    add("a");
    db.readTransaction(
        () -> {
          assertEquals(List.of("a"), ids());
          elsewhere(
              () -> {
                add("b");
                return true;
              });
          assertEquals(List.of("a"), ids());
          assertEquals(1, accounts.count());
          assertEquals(List.of(1L), db.query("SELECT count(*) FROM accounts", row -> row.int64(0)));
        });
    assertEquals(List.of("a", "b"), ids());
  }

  @Test
  void aWriteInAReadTransactionIsATypedError() {
    db.readTransaction(
        () -> {
          DbRazorException insert = assertThrows(DbRazorException.class, () -> add("a"));
          assertEquals(ErrorCode.READ_ONLY, insert.code());
          assertThrows(DbRazorException.class, () -> db.execute("DELETE FROM accounts"));
          assertThrows(DbRazorException.class, () -> accounts.query().delete());
          assertEquals(List.of(), ids());
        });
    add("b");
    assertEquals(List.of("b"), ids());
  }

  @Test
  void aWriteTransactionInsideAReadTransactionIsATypedError() {
    db.readTransaction(
        () -> {
          assertThrows(DbRazorException.class, () -> db.transaction(() -> add("a")));
        });
    assertEquals(List.of(), ids());
  }

  @Test
  void aReadTransactionInsideATransactionSeesItsWrites() {
    db.transaction(
        () -> {
          add("a");
          assertEquals(List.of("a"), db.readTransaction(this::ids));
        });
  }

  @Test
  void twoThreadsNeverMix() throws Exception {
    List<Future<?>> second = new ArrayList<>();
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  add("first");
                  second.add(other.submit(() -> db.transaction(() -> addAlone("second"))));
                  add("more");
                  throw new IllegalStateException();
                }));
    second.get(0).get(1, TimeUnit.MINUTES);
    assertEquals(List.of("second"), ids());
  }

  @Test
  void aDaoOfAMissingTableCannotBeMadeInsideATransaction() {
    DbRazorException error =
        assertThrows(DbRazorException.class, () -> db.transaction(() -> new LateDao(db).count()));
    assertEquals(ErrorCode.TRANSACTION_STATE, error.code());
    assertEquals(0, new LateDao(db).count());
    db.transaction(() -> assertEquals(0, new LateDao(db).count()));
  }

  private void addAlone(String id) {
    assertEquals(List.of(), ids());
    add(id);
  }

  private <T> T elsewhere(Callable<T> work) {
    try {
      return other.submit(work).get(1, TimeUnit.MINUTES);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
