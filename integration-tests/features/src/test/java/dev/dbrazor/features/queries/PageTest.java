package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.query.Page;
import dev.dbrazor.query.RecordQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keyset pages visit each row once, whatever the order. */
class PageTest extends ItemTest {
  private static final int ROWS = 100;

  @BeforeEach
  void storeItems() {
    List<Item> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          Item.of("n" + i % 7, i % 5)
              .withRank(i % 3 == 0 ? null : i % 4)
              .withRemark(i % 2 == 0 ? null : "r" + i % 3));
    }
    Collections.shuffle(rows, new Random(3));
    items.insertAll(rows);
  }

  @Test
  void everyOrderVisitsEachRowOnceAndInOrder() {
    List<RecordQuery<Item>> orders =
        List.of(
            items.query(),
            items.query().orderBy(Item_.name.asc()),
            items.query().orderBy(Item_.name.desc(), Item_.size.asc()),
            items.query().orderBy(Item_.rank.asc(), Item_.name.desc()),
            items.query().orderBy(Item_.rank.desc().nullsFirst(), Item_.remark.asc().nullsLast()),
            items.query().orderBy(Item_.rank.asc().nullsLast()),
            items.query().orderBy(Item_.id.desc()),
            items.query().orderBy(Item_.price.asc(), Item_.at.desc(), Item_.kind.asc()),
            items.query().orderBy(Item_.maker.city.asc(), Item_.maker.country.desc()));
    for (RecordQuery<Item> order : orders) {
      for (int size : new int[] {1, 7, 50, ROWS, ROWS + 1}) {
        List<Item> visited = visit(order, size);
        assertEquals(ROWS, visited.stream().distinct().count());
        assertEquals(ROWS, visited.size());
      }
    }
    List<Item> mixed = visit(orders.get(2), 7);
    List<Item> sorted = orders.get(2).toList();
    for (int i = 0; i < ROWS; i++) {
      assertEquals(sorted.get(i).name(), mixed.get(i).name());
      assertEquals(sorted.get(i).size(), mixed.get(i).size());
    }
  }

  @Test
  void aFilterHoldsOnEveryPage() {
    RecordQuery<Item> some = items.where(Item_.size.eq(2)).orderBy(Item_.rank.desc());
    List<Item> visited = visit(some, 3);
    assertEquals(some.count(), visited.size());
    assertEquals(List.of(2), visited.stream().map(Item::size).distinct().toList());
  }

  @Test
  void theLastPageHasNoNext() {
    Page<Item> all = items.query().page(ROWS);
    assertEquals(ROWS, all.items().size());
    assertEquals(Optional.empty(), all.next());
    assertEquals(Optional.empty(), items.query().page(ROWS + 1).next());
    assertEquals(Optional.empty(), items.where(Item_.name.eq("x")).page(5).next());
  }

  @Test
  void rowsInsertedMeanwhileNeitherRepeatNorHideOthers() {
    RecordQuery<Item> order = items.query().orderBy(Item_.name.asc(), Item_.rank.desc());
    List<Long> before = order.toList().stream().map(Item::id).toList();
    List<Long> visited = new ArrayList<>();
    String cursor = null;
    do {
      Page<Item> page = order.page(9, cursor);
      page.items().forEach(item -> visited.add(item.id()));
      items.insert(Item.of("a first", 1));
      items.insert(Item.of("n3", 1));
      items.insert(Item.of("z last", 1));
      cursor = visited.size() < 300 ? page.next().orElse(null) : null;
    } while (cursor != null);
    assertEquals(visited.size(), visited.stream().distinct().count());
    assertEquals(before, visited.stream().filter(before::contains).toList());
  }

  @Test
  void rowsDeletedMeanwhileHideNoOthers() {
    RecordQuery<Item> order = items.query().orderBy(Item_.rank.desc(), Item_.name.asc());
    List<Long> left = new ArrayList<>(order.toList().stream().map(Item::id).toList());
    List<Long> visited = new ArrayList<>();
    String cursor = null;
    do {
      Page<Item> page = order.page(9, cursor);
      page.items().forEach(item -> visited.add(item.id()));
      left.removeAll(visited);
      items.deleteById(visited.get(visited.size() - 1)); // the row the cursor stands on
      if (!left.isEmpty()) {
        items.deleteById(left.remove(left.size() / 2));
      }
      cursor = page.next().orElse(null);
    } while (cursor != null);
    assertEquals(List.of(), left);
    assertEquals(visited.size(), visited.stream().distinct().count());
  }

  @Test
  void pagesAreRightWhileAnotherThreadWrites() {
    List<Long> stay = visit(items.query(), ROWS).stream().map(Item::id).sorted().toList();
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; !stop.get(); i++) {
                Item other = items.insert(Item.of("n" + i % 9, i % 5).withRank(i % 4));
                items.deleteById(other.id());
              }
            });
    try {
      for (int round = 0; round < 20; round++) {
        List<Long> visited =
            visit(items.query().orderBy(Item_.name.desc(), Item_.rank.asc()), 7).stream()
                .map(Item::id)
                .sorted()
                .toList();
        // The other rows come and go under one id, in several places of the order.
        assertEquals(stay, visited.stream().filter(stay::contains).toList());
      }
    } finally {
      stop.set(true);
      writer.join();
    }
  }

  @Test
  void aForeignOrBrokenCursorIsRejected() {
    RecordQuery<Item> byName = items.query().orderBy(Item_.name.asc());
    String cursor = byName.page(5).next().orElseThrow();
    assertThrows(InvalidArgumentException.class, () -> byName.page(5, "nonsense"));
    assertThrows(InvalidArgumentException.class, () -> byName.page(5, ""));
    assertThrows(InvalidArgumentException.class, () -> byName.page(5, "' OR 1=1 --"));
    RecordQuery<Item> other = items.query().orderBy(Item_.rank.asc(), Item_.size.asc());
    assertThrows(InvalidArgumentException.class, () -> other.page(5, cursor));
  }

  @Test
  void idsAreVisitedInTheirOwnOrder() {
    assertEquals(
        LongStream.rangeClosed(1, ROWS).boxed().toList(),
        visit(items.query().orderBy(Item_.id.asc()), 8).stream().map(Item::id).toList());
  }

  private static List<Item> visit(RecordQuery<Item> query, int size) {
    List<Item> visited = new ArrayList<>();
    String cursor = null;
    do {
      Page<Item> page = query.page(size, cursor);
      visited.addAll(page.items());
      cursor = page.next().orElse(null);
    } while (cursor != null && visited.size() <= 2 * ROWS);
    return visited;
  }
}
