package dev.dbrazor.features.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.RecordQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A live cursor. */
class StreamTest extends EveryStorage {
  private static final int ROWS = 2_000;

  private LineDao lines;
  private RecordQuery<Line> inOrder;

  @BeforeEach
  void storeLines() {
    lines = new LineDao(db);
    lines.insertAll(IntStream.range(0, ROWS).mapToObj(i -> Line.of("line " + i)).toList());
    inOrder = lines.query().orderBy(Line_.id.asc());
  }

  @Test
  void aStreamHasAllRowsInOrder() {
    try (Stream<Line> stream = inOrder.stream()) {
      assertEquals(LongStream.rangeClosed(1, ROWS).boxed().toList(), stream.map(Line::id).toList());
    }
  }

  @Test
  void twoInterleavedCursorsOverOneQueryAreIndependent() {
    try (Stream<Line> first = inOrder.stream();
        Stream<Line> second = inOrder.stream()) {
      Iterator<Line> one = first.iterator();
      Iterator<Line> two = second.iterator();
      one.next();
      for (int i = 1; i < ROWS; i++) {
        assertEquals(i + 1, one.next().id());
        assertEquals(i, two.next().id());
      }
      assertTrue(two.hasNext());
      assertEquals(false, one.hasNext());
    }
  }

  @Test
  void interleavedCursorsInsideATransactionAreIndependentToo() {
    db.transaction(this::twoInterleavedCursorsOverOneQueryAreIndependent);
    db.readTransaction(this::twoInterleavedCursorsOverOneQueryAreIndependent);
  }

  @Test
  void aStreamIsOneSnapshotDespiteWriters() throws InterruptedException, ExecutionException {
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try (Stream<Line> stream = inOrder.stream()) {
      Iterator<Line> cursor = stream.iterator();
      cursor.next();
      writer.submit(() -> lines.insert(Line.of("late"))).get();
      writer.submit(() -> lines.where(Line_.id.gt(ROWS / 2)).delete()).get();
      List<Long> rest = new ArrayList<>();
      cursor.forEachRemaining(line -> rest.add(line.id()));
      assertEquals(LongStream.rangeClosed(2, ROWS).boxed().toList(), rest);
    } finally {
      writer.shutdownNow();
    }
    assertEquals(ROWS / 2, lines.count());
  }

  @Test
  void theHoldingThreadMayReadAndWriteMeanwhile() {
    try (Stream<Line> stream = inOrder.stream()) {
      Iterator<Line> cursor = stream.iterator();
      for (int i = 1; i <= 20; i++) {
        Line line = cursor.next();
        assertEquals(line, lines.findById(line.id()).orElseThrow());
        lines.update(line.id(), Line_.text.set("seen"));
      }
    }
    assertEquals(20, lines.where(Line_.text.eq("seen")).count());
  }

  @Test
  void manyCursorsOnOneThreadNeverDeadLock() {
    List<Stream<Line>> open = new ArrayList<>();
    try {
      for (int i = 0; i < 32; i++) {
        Stream<Line> stream = inOrder.stream();
        open.add(stream);
        assertEquals(1, stream.iterator().next().id());
        assertEquals(ROWS, lines.count());
      }
    } catch (DbRazorException typed) {
      assertTrue(open.size() >= 3, typed.getMessage());
      assertTrue(namesThisTest(typed), typed.getMessage());
    } finally {
      open.forEach(Stream::close);
    }
    assertEquals(ROWS, lines.count());
  }

  private static boolean namesThisTest(Throwable error) {
    return Arrays.stream(error.getSuppressed())
        .flatMap(opened -> Arrays.stream(opened.getStackTrace()))
        .anyMatch(line -> line.getClassName().equals(StreamTest.class.getName()));
  }

  @Test
  void earlyCloseFreesEverything() {
    for (int i = 0; i < 200; i++) {
      try (Stream<Line> stream = inOrder.stream()) {
        assertEquals(1, stream.findFirst().orElseThrow().id());
      }
      inOrder.stream().close();
    }
    assertEquals(ROWS, lines.query().delete());
  }

  @Test
  void closingTwiceIsHarmless() {
    Stream<Line> stream = inOrder.stream();
    assertTrue(stream.iterator().hasNext());
    stream.close();
    stream.close();
    assertEquals(ROWS, lines.count());
  }

  @Test
  void readingAfterCloseIsATypedError() {
    Stream<Line> stream = inOrder.stream();
    Iterator<Line> cursor = stream.iterator();
    cursor.next();
    stream.close();
    assertThrows(
        DbRazorException.class,
        () -> {
          cursor.hasNext();
          cursor.next();
        });
  }

  @Test
  void readingAfterTheTransactionEndedIsATypedError() {
    Iterator<Line> cursor =
        db.transaction(
            () -> {
              Iterator<Line> opened = inOrder.stream().iterator();
              opened.next();
              return opened;
            });
    assertThrows(
        DbRazorException.class,
        () -> {
          cursor.hasNext();
          cursor.next();
        });
    assertEquals(ROWS, lines.count());
  }

  @Test
  void rolledBackReadsDoNotLeakIntoLaterOnes() {
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  lines.query().delete();
                  try (Stream<Line> none = inOrder.stream()) {
                    assertEquals(0, none.count());
                  }
                  throw new IllegalStateException();
                }));
    try (Stream<Line> all = inOrder.stream()) {
      assertEquals(ROWS, all.count());
    }
  }

  @Test
  void projectionsStreamToo() {
    try (Stream<String> texts = inOrder.select(Line_.text).limit(3).stream()) {
      assertEquals(List.of("line 0", "line 1", "line 2"), texts.toList());
    }
  }
}
