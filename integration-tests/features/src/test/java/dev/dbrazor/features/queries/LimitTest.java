package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.NoResultException;
import dev.dbrazor.NonUniqueResultException;
import dev.dbrazor.query.RecordQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits, offsets, and the ends of a query. */
class LimitTest extends ItemTest {
  private RecordQuery<Item> sorted;

  @BeforeEach
  void storeItems() {
    store("a", "b", "c", "d");
    sorted = items.query().orderBy(Item_.size.asc());
  }

  @Test
  void limitZeroIsNone() {
    assertEquals(List.of(), sorted.limit(0).toList());
    assertEquals(Optional.empty(), sorted.limit(0).first());
    assertEquals(0, sorted.limit(0).count());
    assertFalse(sorted.limit(0).exists());
  }

  @Test
  void negativeOnesAreRejected() {
    assertThrows(InvalidArgumentException.class, () -> sorted.limit(-1));
    assertThrows(InvalidArgumentException.class, () -> sorted.offset(-1));
    assertThrows(InvalidArgumentException.class, () -> sorted.page(0));
    assertThrows(InvalidArgumentException.class, () -> sorted.page(-1));
  }

  @Test
  void offsetWorksAlone() {
    assertEquals(List.of("c", "d"), names(sorted.offset(2).toList()));
    assertEquals(List.of("b", "c"), names(sorted.limit(2).offset(1).toList()));
    assertEquals(List.of(), sorted.offset(4).toList());
    assertEquals(2, sorted.offset(2).count());
    assertEquals(1, sorted.limit(9).offset(3).count());
    assertTrue(sorted.offset(3).exists());
    assertFalse(sorted.offset(4).exists());
  }

  @Test
  void firstIsTheFirst() {
    assertEquals("a", sorted.first().orElseThrow().name());
    assertEquals("b", sorted.offset(1).first().orElseThrow().name());
    assertEquals(Optional.empty(), items.where(Item_.name.eq("x")).first());
  }

  @Test
  void oneIsExactlyOne() {
    assertEquals("b", items.where(Item_.name.eq("b")).one().name());
    assertThrows(NoResultException.class, () -> items.where(Item_.name.eq("x")).one());
    assertThrows(NonUniqueResultException.class, () -> items.where(Item_.size.gt(2)).one());
  }

  @Test
  void forEachSeesEachInOrder() {
    List<String> seen = new ArrayList<>();
    sorted.forEach(item -> seen.add(item.name()));
    assertEquals(List.of("a", "b", "c", "d"), seen);
  }

  @Test
  void whatForEachThrowsComesOutAndTheQueryWorksAgain() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                sorted.forEach(
                    item -> {
                      throw new IllegalStateException(item.name());
                    }));
    assertEquals("a", thrown.getMessage());
    assertEquals(4, sorted.toList().size());
    assertEquals(4, items.query().delete());
  }

  @Test
  void distinctRecordsAreAllRecords() {
    assertEquals(4, items.query().distinct().count());
    assertEquals(4, items.query().distinct().toList().size());
  }

  @Test
  void setBasedWritesHonourLimitAndOffset() {
    assertEquals(1, sorted.limit(1).delete());
    assertEquals(List.of("b", "c", "d"), names(sorted.toList()));
    assertEquals(1, sorted.limit(1).offset(1).update(Item_.name.set("x")));
    assertEquals(List.of("b", "x", "d"), names(sorted.toList()));
    assertEquals(0, sorted.limit(0).delete());
    assertEquals(0, sorted.limit(0).update(Item_.name.set("y")));
    assertEquals(3, items.count());
  }
}
