package dev.dbrazor.features.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.RecordQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** After close, everything is a typed error and nothing is left. */
class CloseTest extends EveryStorage {
  @Test
  void everythingAfterCloseIsATypedError() {
    ThingDao things = new ThingDao(db);
    Thing stored = things.insert(Thing.of("a"));
    RecordQuery<Thing> query = things.query();
    db.close();
    List<Executable> uses =
        List.of(
            () -> things.insert(Thing.of("b")),
            () -> things.insertAll(List.of(Thing.of("b"))),
            () -> things.findById(1L),
            () -> things.findByName("a"),
            () -> things.findAllById(List.of(1L)),
            () -> things.update(stored),
            () -> things.update(1L, Thing_.name.set("b")),
            () -> things.upsert(stored),
            () -> things.insertOrIgnore(stored),
            () -> things.deleteById(1L),
            () -> things.deleteAllById(List.of(1L)),
            things::count,
            query::toList,
            query::count,
            query::exists,
            query::first,
            query::explain,
            query::delete,
            () -> query.update(Thing_.name.set("b")),
            () -> query.page(5),
            () -> query.forEach(thing -> {}),
            () -> query.stream().close(),
            () -> db.transaction(() -> {}),
            () -> db.readTransaction(() -> {}),
            () -> db.query("SELECT 1", row -> 1),
            () -> db.execute("DELETE FROM things"),
            () -> new ThingDao(db));
    for (Executable use : uses) {
      assertThrows(DatabaseClosedException.class, use, "use " + uses.indexOf(use));
    }
  }

  @Test
  void closeIsIdempotent() {
    new ThingDao(db).insert(Thing.of("a"));
    db.close();
    db.close();
  }

  @Test
  void aCursorEndsTypedWhenTheDatabaseCloses() {
    ThingDao things = new ThingDao(db);
    List<Thing> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      many.add(Thing.of("t" + i));
    }
    things.insertAll(many);
    try (Stream<Thing> stream = things.query().stream()) {
      Iterator<Thing> cursor = stream.iterator();
      cursor.next();
      db.close();
      assertThrows(
          DbRazorException.class,
          () -> {
            while (true) {
              cursor.next();
            }
          });
    }
  }

  @Test
  void closeEndsBusyThreadsWithATypedError()
      throws InterruptedException, ExecutionException, TimeoutException {
    ThingDao things = new ThingDao(db);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      CountDownLatch working = new CountDownLatch(16);
      List<Future<Boolean>> ends = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        ends.add(threads.submit(() -> workUntilClosed(things, working)));
      }
      working.await();
      db.close();
      for (Future<Boolean> end : ends) {
        assertTrue(end.get(25, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void nothingIsLeftBesideTheFile(@TempDir Path other) throws IOException {
    Path file = other.resolve("left.db");
    try (Database opened = Database.open(file)) {
      new ThingDao(opened).insert(Thing.of("a"));
    }
    try (Stream<Path> left = Files.list(other)) {
      assertEquals(List.of(file), left.toList());
    }
    Files.delete(file);
    assertFalse(Files.exists(file));
  }

  private static boolean workUntilClosed(ThingDao things, CountDownLatch working) {
    try {
      things.count();
      working.countDown();
      while (true) {
        things.upsertByName(Thing.of("t"));
        things.query().toList();
      }
    } catch (DatabaseClosedException closed) {
      return true;
    }
  }
}
