package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.ConnectionWait;
import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.LockTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for a connection is told, with what it was for and how it ended. */
@Timeout(60)
class ConnectionWaitTest {
  @TempDir Path directory;
  private final List<ConnectionWait> waits = new CopyOnWriteArrayList<>();

  private Database open(Duration lockTimeout) {
    Database db =
        Database.open(
            DatabaseConfig.builder()
                .path(directory.resolve("a.db"))
                .readers(1)
                .lockTimeout(lockTimeout)
                .build());
    db.addListener(
        new DatabaseListener() {
          @Override
          public void connectionWait(ConnectionWait wait) {
            waits.add(wait);
          }
        });
    return db;
  }

  /** Does it on another thread, and returns once that waits. */
  private static CompletableFuture<Void> waiting(Database db, Runnable work) {
    CompletableFuture<Void> end = CompletableFuture.runAsync(work);
    while (db.stats().waiting() == 0) {
      Thread.onSpinWait();
    }
    return end;
  }

  @Test
  void readersAndWritersThatHadToWaitAreTold() {
    try (Database db = open(Duration.ofMinutes(1))) {
      ItemDao items = new ItemDao(db);
      items.insert(Item.of("a"));
      assertEquals(List.of(), waits);
      CompletableFuture<Void> reading =
          db.readTransaction(() -> waiting(db, () -> items.findById(1L)));
      reading.join();
      CompletableFuture<Void> writing =
          db.transaction(() -> waiting(db, () -> items.deleteById(1L)));
      writing.join();
    }
    assertEquals(List.of(false, true), waits.stream().map(ConnectionWait::writing).toList());
    for (ConnectionWait wait : waits) {
      assertTrue(wait.acquired());
      assertTrue(wait.elapsed().compareTo(Duration.ZERO) > 0);
    }
  }

  @Test
  void waitingInVainIsToldAsSuch() {
    try (Database db = open(Duration.ofMillis(50))) {
      ItemDao items = new ItemDao(db);
      CompletionException error =
          assertThrows(
              CompletionException.class,
              () ->
                  db.transaction(
                      () -> CompletableFuture.runAsync(() -> items.deleteById(1L)).join()));
      assertInstanceOf(LockTimeoutException.class, error.getCause());
    }
    assertEquals(List.of(false), waits.stream().map(ConnectionWait::acquired).toList());
  }
}
