package dev.dbrazor.features.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Actions after the outermost commit. */
class AfterCommitTest extends TransactionTest {
  private final List<String> ran = new ArrayList<>();

  @Test
  void outsideATransactionAnActionRunsAtOnce() {
    db.afterCommit(() -> ran.add("now"));
    assertEquals(List.of("now"), ran);
  }

  @Test
  void actionsRunInOrderAfterTheOutermostCommit() {
    db.transaction(
        () -> {
          add("a");
          db.afterCommit(() -> ran.add("outer " + ids()));
          db.transaction(() -> db.afterCommit(() -> ran.add("inner")));
          db.afterCommit(() -> ran.add("last"));
          assertEquals(List.of(), ran);
          add("b");
        });
    assertEquals(List.of("outer [a, b]", "inner", "last"), ran);
  }

  @Test
  void aRollbackDropsThem() {
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  db.afterCommit(() -> ran.add("never"));
                  throw new IllegalStateException();
                }));
    assertEquals(List.of(), ran);
    db.transaction(() -> {});
    assertEquals(List.of(), ran);
  }

  @Test
  void aRolledBackSavepointDropsItsOwn() {
    db.transaction(
        () -> {
          db.afterCommit(() -> ran.add("outer"));
          assertThrows(
              IllegalStateException.class,
              () ->
                  db.transaction(
                      () -> {
                        db.afterCommit(() -> ran.add("inner"));
                        db.transaction(() -> db.afterCommit(() -> ran.add("innermost")));
                        throw new IllegalStateException();
                      }));
          db.transaction(() -> db.afterCommit(() -> ran.add("sibling")));
        });
    assertEquals(List.of("outer", "sibling"), ran);
  }

  @Test
  void aFailingActionNeitherUndoesNorHidesTheCommit() {
    String value =
        db.transaction(
            () -> {
              add("a");
              db.afterCommit(
                  () -> {
                    throw new IllegalStateException("late");
                  });
              db.afterCommit(() -> ran.add("second"));
              return "value";
            });
    assertEquals("value", value);
    assertEquals(List.of("a"), ids());
    assertEquals(List.of("second"), ran);
  }

  @Test
  void anActionMayWrite() {
    db.transaction(
        () -> {
          add("a");
          db.afterCommit(() -> db.transaction(() -> add("b")));
        });
    assertEquals(List.of("a", "b"), ids());
  }
}
