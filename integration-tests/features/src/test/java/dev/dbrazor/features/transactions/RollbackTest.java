package dev.dbrazor.features.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.UniqueConstraintException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is rolled back, and what comes out. */
class RollbackTest extends TransactionTest {
  @Test
  void rollbackSpansCollections() {
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  add("a");
                  entries.insert(new Entry(0, "a", "x"));
                  accounts.update("a", Account_.amount.increment(5));
                  throw new IllegalStateException();
                }));
    assertEquals(0, accounts.count());
    assertEquals(0, entries.count());
  }

  @Test
  void theThrownThingComesOutUnchanged() {
    for (Throwable thrown :
        List.of(
            new IOException("checked"), new IllegalStateException(), new StackOverflowError())) {
      Throwable out =
          assertThrows(
              Throwable.class,
              () ->
                  db.transaction(
                      () -> {
                        add("a");
                        throw thrown;
                      }));
      assertSame(thrown, out);
      assertEquals(0, out.getSuppressed().length);
      assertEquals(List.of(), ids());
    }
  }

  @Test
  void aCheckedExceptionKeepsItsType() {
    IOException out =
        assertThrows(
            IOException.class,
            () -> {
              try {
                db.transaction(
                    () -> {
                      failing();
                    });
              } catch (IOException expected) {
                throw expected;
              }
            });
    assertEquals("checked", out.getMessage());
  }

  @Test
  void theValuePassesThrough() {
    assertEquals(5, db.transaction(() -> 5));
    assertNull(db.transaction(() -> (String) null));
    assertEquals("a", db.readTransaction(() -> "a"));
    Account stored = db.transaction(() -> accounts.insert(new Account("a", 1)));
    assertEquals(new Account("a", 1), stored);
  }

  @Test
  void anEmptyTransactionIsFine() {
    db.transaction(() -> {});
    db.readTransaction(() -> {});
    db.transaction(() -> db.transaction(() -> db.transaction(() -> {})));
    assertEquals(List.of(), ids());
  }

  @Test
  void anInnerFailureKeepsTheOuter() {
    db.transaction(
        () -> {
          add("a");
          assertThrows(
              IllegalStateException.class,
              () ->
                  db.transaction(
                      () -> {
                        add("b");
                        throw new IllegalStateException();
                      }));
          assertEquals(List.of("a"), ids());
          add("c");
        });
    assertEquals(List.of("a", "c"), ids());
  }

  @Test
  void anOuterFailureDropsTheInner() {
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  db.transaction(() -> add("a"));
                  assertEquals(List.of("a"), ids());
                  throw new IllegalStateException();
                }));
    assertEquals(List.of(), ids());
  }

  @Test
  void fiftyLevelsNest() {
    nest(1, 50, 51);
    assertEquals(50, accounts.count());
    accounts.query().delete();
    assertThrows(IllegalStateException.class, () -> nest(1, 50, 1));
    assertEquals(0, accounts.count());
    nestCaught(1, 50, 26);
    assertEquals(25, accounts.count());
  }

  @Test
  void aFailedStatementLeavesTheTransactionUsable() {
    db.transaction(
        () -> {
          add("a");
          assertThrows(UniqueConstraintException.class, () -> add("a"));
          add("b");
        });
    assertEquals(List.of("a", "b"), ids());
  }

  private void nest(int level, int levels, int failing) {
    db.transaction(
        () -> {
          add("level" + level);
          if (level < levels) {
            nest(level + 1, levels, failing);
          }
          if (level == failing) {
            throw new IllegalStateException();
          }
        });
  }

  /** The level that fails takes all below it along; the level above catches. */
  private void nestCaught(int level, int levels, int failing) {
    db.transaction(
        () -> {
          add("level" + level);
          if (level + 1 == failing) {
            assertThrows(IllegalStateException.class, () -> nest(level + 1, levels, failing));
          } else {
            nestCaught(level + 1, levels, failing);
          }
        });
  }

  private static void failing() throws IOException {
    throw new IOException("checked");
  }
}
