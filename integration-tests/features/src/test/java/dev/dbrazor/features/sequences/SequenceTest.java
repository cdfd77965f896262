package dev.dbrazor.features.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.features.storage.JavaProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @Sequence}: 1, 2, 3 in each stream, whoever inserts. */
class SequenceTest {
  @TempDir Path work;
  private Database db;
  private EventDao events;

  @BeforeEach
  void open() {
    db = Database.open(work.resolve("events.db"));
    events = new EventDao(db);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private List<Integer> numbers(String stream) {
    return events
        .where(Event_.stream.eq(stream))
        .orderBy(Event_.number.asc())
        .select(Event_.number)
        .toList();
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void eachStreamIsCountedFromOneWhateverTheRecordCarries() {
    assertEquals(1, events.insert(Event.of("a", "first").movedTo("a", 77)).number());
    assertEquals(1, events.insert(Event.of("b", "first")).number());
    assertEquals(2, events.insert(Event.of("a", "second")).number());
    assertEquals("second", events.findByStreamAndNumber("a", 2).orElseThrow().text());
  }

  @Test
  void everyWayToInsertCounts() {
    List<Event> stored =
        events.insertAll(List.of(Event.of("a", "1"), Event.of("b", "1"), Event.of("a", "2")));
    assertEquals(List.of(1, 1, 2), stored.stream().map(Event::number).toList());
    assertEquals(3, events.upsert(Event.of("a", "3")).number());
    assertEquals(4, events.upsertByKey(Event.of("a", "4").withKey("k")).number());
    assertEquals(5, events.insertOrIgnore(Event.of("a", "5")).orElseThrow().number());
    List<Event> mixed = events.upsertAll(List.of(stored.get(2).withText("2!"), Event.of("a", "6")));
    assertEquals(List.of(2, 6), mixed.stream().map(Event::number).toList());
    assertEquals("2!", mixed.get(0).text());
    assertEquals(upTo(6), numbers("a"));
  }

  @Test
  void tenThousandRowsAreCountedInOneCall() {
    events.insertAll(IntStream.range(0, 10_000).mapToObj(i -> Event.of("a", "x")).toList());
    assertEquals(upTo(10_000), numbers("a"));
  }

  @Test
  void whatIsRolledBackOrRefusedLeavesNoGap() {
    events.insert(Event.of("a", "first").withKey("k"));
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  assertEquals(2, events.insert(Event.of("a", "undone")).number());
                  throw new IllegalStateException("undo");
                }));
    assertThrows(
        UniqueConstraintException.class, () -> events.insert(Event.of("a", "no").withKey("k")));
    assertTrue(events.insertOrIgnore(Event.of("a", "no").withKey("k")).isEmpty());
    assertThrows(
        UniqueConstraintException.class,
        () -> events.insertAll(List.of(Event.of("a", "no"), Event.of("a", "no").withKey("k"))));
    assertEquals(2, events.insert(Event.of("a", "second")).number());
  }

  @Test
  void aRowKeepsItsStreamAndItsNumberWhateverAChangeCarries() {
    Event first = events.insert(Event.of("a", "first").withKey("k"));
    Event changed = events.update(first.withText("changed").movedTo("b", 9));
    assertEquals(new Event(first.id(), 1, "changed", "k", "a", 2), changed);
    changed = events.updateAll(List.of(changed.movedTo("b", 9).withText("again"))).get(0);
    assertEquals(new Event(first.id(), 1, "again", "k", "a", 3), changed);
    changed = events.upsert(changed.movedTo("b", 9));
    assertEquals(new Event(first.id(), 1, "again", "k", "a", 4), changed);
    changed = events.upsertByKey(Event.of("b", "by key").withKey("k"));
    assertEquals(new Event(first.id(), 1, "by key", "k", "a", 5), changed);
    assertEquals(changed, events.findById(first.id()).orElseThrow());
    assertThrows(InvalidArgumentException.class, () -> Event_.number.set(5));
    assertThrows(InvalidArgumentException.class, () -> Event_.stream.set("b"));
  }

  @Test
  void countingGoesOnAfterAReopening() {
    events.insert(Event.of("a", "first"));
    db.close();
    open();
    assertEquals(2, events.insert(Event.of("a", "second")).number());
  }

  @Test
  void threadsThatInsertTogetherLeaveNoGapAndRepeatNothing()
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String stream = "stream " + i % 2;
        all.add(
            threads.submit(
                () -> {
                  for (int row = 0; row < 20; row++) {
                    events.insert(Event.of(stream, "x"));
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(upTo(640), numbers("stream 0"));
    assertEquals(upTo(640), numbers("stream 1"));
  }

  @Test
  void processesThatInsertTogetherLeaveNoGapAndRepeatNothing()
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    String file = work.resolve("events.db").toString();
    Callable<String> process = () -> JavaProcess.run(work, List.of(), Appending.class, file, "250");
    try {
      for (Future<String> one : threads.invokeAll(List.of(process, process, process, process))) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(upTo(1_000), numbers("shared"));
  }
}
