package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.PluginException;
import dev.dbrazor.Transaction;
import dev.dbrazor.TransactionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hooks that do what they should not: the database goes on, and what it says is true. */
@Timeout(60)
class HostileHooksTest {
  private static final String LATER = "later";

  @TempDir Path directory;
  private Database db;
  private ItemDao items;

  @BeforeEach
  void open() {
    db =
        Database.open(
            DatabaseConfig.builder()
                .path(directory.resolve("a.db"))
                .lockTimeout(Duration.ofMillis(300))
                .build());
    items = new ItemDao(db);
    items.insert(Item.of("a"));
  }

  @AfterEach
  void close() {
    db.close();
  }

  /** Does something after each insert, but for those that it makes later. */
  private static Recorder afterInsert(ThrowingAction action) {
    return new Recorder("hostile") {
      @Override
      public void afterInsert(String collection, Record stored) throws Exception {
        if (!((Item) stored).name().equals(LATER)) {
          action.run();
        }
      }
    };
  }

  /** What a hook does. */
  private interface ThrowingAction {
    void run() throws Exception;
  }

  private static CompletableFuture<Void> onNewThread(Runnable work) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                work.run();
                end.complete(null);
              } catch (Throwable e) {
                end.completeExceptionally(e);
              }
            })
        .start();
    return end;
  }

  private List<String> names() {
    return items.query().orderBy(Item_.name.asc()).select(Item_.name).toList();
  }

  @Test
  void aThreadThatAHookStartsIsNotInTheTransaction() {
    AtomicReference<List<String>> seen = new AtomicReference<>();
    db.use(afterInsert(() -> onNewThread(() -> seen.set(names())).get()));
    items.insert(Item.of("b"));
    assertEquals(List.of("a"), seen.get());
    assertEquals(List.of("a", "b"), names());
  }

  @Test
  void whatAThreadOfAHookWritesIsNotRolledBackWithTheChange() {
    AtomicReference<CompletableFuture<Void>> writing = new AtomicReference<>();
    db.use(afterInsert(() -> writing.set(onNewThread(() -> items.insert(Item.of(LATER))))));
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  items.insert(Item.of("lost"));
                  throw new IllegalStateException();
                }));
    writing.get().join();
    assertEquals(List.of("a", LATER), names());
  }

  @Test
  void aHookThatWaitsForItsThreadsWriteIsFreedByTheLockTimeout() {
    AtomicReference<Throwable> refused = new AtomicReference<>();
    db.use(
        afterInsert(
            () -> {
              try {
                onNewThread(() -> items.insert(Item.of(LATER))).join();
              } catch (CompletionException e) {
                refused.set(e.getCause());
              }
            }));
    items.insert(Item.of("b"));
    assertInstanceOf(LockTimeoutException.class, refused.get());
    assertEquals(List.of("a", "b"), names());
  }

  @Test
  void aHookWithoutALimitThatHangsHoldsUpWritersOnlyAndTheyAreToldWho() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    db.use(
        afterInsert(
            () -> {
              hanging.countDown();
              awaitUninterruptibly(end);
            }));
    Thread stuck = new Thread(() -> items.insert(Item.of("b")), "stuck-in-a-hook");
    stuck.start();
    hanging.await();
    assertEquals(List.of("a"), names());
    LockTimeoutException refused =
        assertThrows(LockTimeoutException.class, () -> items.deleteById(1L));
    assertTrue(refused.getMessage().contains("stuck-in-a-hook"), refused.getMessage());
    stuck.interrupt();
    end.countDown();
    stuck.join();
    assertEquals(List.of("a", "b"), names());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean ended = false;
    while (!ended) {
      try {
        ended = latch.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        continue;
      }
    }
  }

  @Test
  void errorsOfTheVirtualMachineDoWhatExceptionsDo() {
    db.use(
        new Recorder("hostile") {
          private void recurse() {
            recurse();
          }

          @Override
          public Record beforeInsert(String collection, Record record) {
            recurse();
            return record;
          }

          @Override
          public void afterDelete(String collection, Object id) {
            throw new OutOfMemoryError("not really");
          }

          @Override
          public void onClose(Database closing) {
            throw new LinkageError();
          }
        });
    Recorder next = new Recorder("next");
    db.use(next);
    PluginException veto = assertThrows(PluginException.class, () -> items.insert(Item.of("b")));
    assertInstanceOf(StackOverflowError.class, veto.getCause());
    assertTrue(items.deleteById(1L));
    next.taken();
    db.close();
    assertEquals("close", next.taken().get(0));
  }

  @Test
  void pluginsThatAnswerEachOtherComeToAnEnd() {
    for (String name : List.of("ping", "pong")) {
      db.use(
          new Recorder(name) {
            @Override
            public void afterInsert(String collection, Record stored) {
              items.insert(Item.of(((Item) stored).name() + "." + name));
            }
          });
    }
    items.insert(Item.of("b"));
    assertEquals(List.of("a", "b", "b.ping", "b.ping.pong", "b.pong", "b.pong.ping"), names());
  }

  @Test
  void aPluginMayUnregisterItselfInAHook() {
    Recorder once =
        new Recorder("once") {
          @Override
          public void afterInsert(String collection, Record stored) {
            calls.add("unuse");
            db.unuse("once");
          }
        };
    db.use(once);
    once.taken();
    items.insert(Item.of("b"));
    items.insert(Item.of("c"));
    assertEquals(1, once.calls.stream().filter("unuse"::equals).count());
    assertEquals(1, once.calls.stream().filter("close"::equals).count());
    assertEquals(List.of("a", "b", "c"), names());
  }

  @Test
  void aHookCannotHaveAnotherRowChanged() {
    Item b = items.insert(Item.of("b"));
    db.use(
        new Recorder("hostile") {
          @Override
          public Record beforeUpdate(String collection, Record record) {
            return new Item(b.id(), "taken over", 0, 2);
          }
        });
    assertThrows(PluginException.class, () -> items.update(new Item(1, "x", 0, 1)));
    assertThrows(PluginException.class, () -> items.update(1L, Item_.name.set("x")));
    assertThrows(PluginException.class, () -> items.updateAll(List.of(new Item(1, "x", 0, 1))));
    assertThrows(PluginException.class, () -> items.upsert(new Item(1, "x", 0, 1)));
    assertEquals(List.of("a", "b"), names());
  }

  @Test
  void whatAHookDoesToTheListItIsGivenIsStoredOrNotButNeverHalf() {
    TaggedDao tagged = new TaggedDao(db);
    db.use(
        new Recorder("hostile") {
          @Override
          public Record beforeInsert(String collection, Record record) {
            ((Tagged) record).tags().add("by the hook");
            return record;
          }

          @Override
          public void afterInsert(String collection, Record stored) {
            ((Tagged) stored).tags().clear();
          }
        });
    Tagged stored = tagged.insert(Tagged.of("caller"));
    assertEquals(List.of("caller", "by the hook"), stored.tags());
    assertEquals(stored, tagged.findById(stored.id()).orElseThrow());
  }

  /** A way to commit one insert. */
  private enum Way {
    ALONE,
    IN_A_TRANSACTION,
    BY_A_HANDLE,
    ASYNCHRONOUSLY
  }

  private void commit(Way way, Item item) throws Throwable {
    switch (way) {
      case ALONE -> items.insert(item);
      case IN_A_TRANSACTION -> db.transaction(() -> items.insert(item));
      case BY_A_HANDLE -> {
        try (Transaction transaction = db.begin()) {
          transaction.run(() -> items.insert(item));
          transaction.commit();
        }
      }
      case ASYNCHRONOUSLY -> {
        try {
          db.async(() -> items.insert(item)).join();
        } catch (CompletionException e) {
          throw e.getCause();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void noHookAfterTheCommitCanDisguiseIt(Way way) throws Throwable {
    db.use(
        new Recorder("hostile") {
          @Override
          public void afterTransaction() {
            throw new IllegalStateException("rolled back");
          }
        });
    commit(way, Item.of("b"));
    db.unuse("hostile");
    db.use(
        new Recorder("strict") {
          @Override
          public boolean strict() {
            return true;
          }

          @Override
          public void afterTransaction() {
            throw new IllegalStateException("rolled back");
          }
        });
    PluginException error = assertThrows(PluginException.class, () -> commit(way, Item.of("c")));
    assertEquals(TransactionState.COMMITTED, error.transactionState());
    db.unuse("strict");
    assertEquals(List.of("a", "b", "c"), names());
  }
}
