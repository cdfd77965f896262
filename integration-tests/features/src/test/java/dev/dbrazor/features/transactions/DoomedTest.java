package dev.dbrazor.features.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.TransactionDoomedException;
import dev.dbrazor.TransactionState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction the engine ended writes nothing more; a failed commit is no commit. */
class DoomedTest extends TransactionTest {
  @BeforeEach
  void makeTrigger() {
    db.execute(
        "CREATE TRIGGER bomb BEFORE INSERT ON accounts WHEN new.id = 'bomb'"
            + " BEGIN SELECT raise(ROLLBACK, 'boom'); END");
  }

  @Test
  void aDoomedTransactionWritesNothingMore() {
    assertThrows(
        DbRazorException.class,
        () ->
            db.transaction(
                () -> {
                  add("before");
                  assertThrows(DbRazorException.class, () -> add("bomb"));
                  assertThrows(TransactionDoomedException.class, () -> add("after"));
                  assertThrows(
                      TransactionDoomedException.class, () -> db.transaction(() -> add("nested")));
                  assertThrows(TransactionDoomedException.class, this::ids);
                }));
    assertEquals(List.of(), ids());
    add("works");
    assertEquals(List.of("works"), ids());
  }

  @Test
  void aDoomedTransactionIsNotCommittedEvenWhenItsBodyReturns() {
    DbRazorException error =
        assertThrows(
            DbRazorException.class,
            () ->
                db.transaction(
                    () -> {
                      add("before");
                      assertThrows(DbRazorException.class, () -> add("bomb"));
                      return true;
                    }));
    assertNotEquals(TransactionState.COMMITTED, error.transactionState());
    assertEquals(List.of(), ids());
  }

  @Test
  void whatTheBodyOfADoomedTransactionThrowsComesOutUnchanged() {
    IllegalStateException thrown = new IllegalStateException("own");
    IllegalStateException out =
        assertThrows(
            IllegalStateException.class,
            () ->
                db.transaction(
                    () -> {
                      add("before");
                      assertThrows(DbRazorException.class, () -> add("bomb"));
                      throw thrown;
                    }));
    assertSame(thrown, out);
    assertEquals(List.of(), ids());
  }

  @Test
  void aDoomedSavepointDoomsTheOuterTransaction() {
    assertThrows(
        TransactionDoomedException.class,
        () ->
            db.transaction(
                () -> {
                  add("outer");
                  assertThrows(DbRazorException.class, () -> db.transaction(() -> add("bomb")));
                  add("after");
                }));
    assertEquals(List.of(), ids());
  }

  @Test
  void aDeferredForeignKeyThatFailsAtCommitIsRolledBack() {
    db.execute(
        "CREATE TABLE child (a TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED)");
    ForeignKeyException error =
        assertThrows(
            ForeignKeyException.class,
            () ->
                db.transaction(
                    () -> {
                      add("a");
                      db.execute("INSERT INTO child VALUES ('nobody')");
                    }));
    assertEquals(TransactionState.ROLLED_BACK, error.transactionState());
    assertEquals(List.of(), ids());
    db.transaction(() -> add("b"));
    assertEquals(List.of("b"), ids());
    assertTrue(db.query("SELECT * FROM child", row -> 1).isEmpty());
  }

  @Test
  void aFailureOutsideATransactionStoresNothing() {
    assertThrows(DbRazorException.class, () -> add("bomb"));
    assertThrows(
        DbRazorException.class,
        () -> accounts.insertAll(List.of(new Account("a", 1), new Account("bomb", 1))));
    assertEquals(List.of(), ids());
    add("works");
    assertEquals(List.of("works"), ids());
  }
}
