package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.MappingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Selecting one to eight expressions. */
class ProjectionTest extends ItemTest {
  /** Two of them. */
  record Two(String name, int size) {}

  /** Three of them. */
  record Three(String name, int size, Item.Kind kind) {}

  /** Four of them. */
  record Four(String name, int size, Item.Kind kind, BigDecimal price) {}

  /** Five of them. */
  record Five(String name, int size, Item.Kind kind, BigDecimal price, Instant at) {}

  /** Six of them. */
  record Six(
      String name, int size, Item.Kind kind, BigDecimal price, Instant at, List<String> tags) {}

  /** Seven of them. */
  record Seven(
      String name,
      int size,
      Item.Kind kind,
      BigDecimal price,
      Instant at,
      List<String> tags,
      Item.Maker maker) {}

  /** Eight of them. */
  record Eight(
      String name,
      int size,
      Item.Kind kind,
      BigDecimal price,
      Instant at,
      List<String> tags,
      Item.Maker maker,
      String city) {}

  @BeforeEach
  void storeItems() {
    items.insert(Item.of("a", 1).withTags("x"));
    items.insert(Item.of("b", 2).withRank(5).withKind(Item.Kind.TOY));
    items.insert(Item.of("c", 2).withRank(5));
  }

  @Test
  void oneExpressionIsItsValue() {
    assertEquals(
        List.of("a", "b", "c"),
        items.query().select(Item_.name).orderBy(Item_.name.asc()).toList());
    assertEquals(
        List.of(List.of("x"), List.of(), List.of()),
        items.query().orderBy(Item_.name.asc()).select(Item_.tags).toList());
    assertEquals(new BigDecimal("1.50"), items.where(Item_.name.eq("a")).select(Item_.price).one());
  }

  @Test
  void twoToEightExpressionsFillARecord() {
    var a = items.where(Item_.name.eq("a"));
    BigDecimal price = new BigDecimal("1.50");
    Instant at = Instant.EPOCH.plusSeconds(1);
    Item.Maker maker = new Item.Maker("Oslo", null, List.of());
    Item.Kind kind = Item.Kind.TOOL;
    assertEquals(new Two("a", 1), a.select(Item_.name, Item_.size, Two::new).one());
    assertEquals(
        new Three("a", 1, kind), a.select(Item_.name, Item_.size, Item_.kind, Three::new).one());
    assertEquals(
        new Four("a", 1, kind, price),
        a.select(Item_.name, Item_.size, Item_.kind, Item_.price, Four::new).one());
    assertEquals(
        new Five("a", 1, kind, price, at),
        a.select(Item_.name, Item_.size, Item_.kind, Item_.price, Item_.at, Five::new).one());
    assertEquals(
        new Six("a", 1, kind, price, at, List.of("x")),
        a.select(Item_.name, Item_.size, Item_.kind, Item_.price, Item_.at, Item_.tags, Six::new)
            .one());
    assertEquals(
        new Seven("a", 1, kind, price, at, List.of("x"), maker),
        a.select(
                Item_.name,
                Item_.size,
                Item_.kind,
                Item_.price,
                Item_.at,
                Item_.tags,
                Item_.maker,
                Seven::new)
            .one());
    assertEquals(
        new Eight("a", 1, kind, price, at, List.of("x"), maker, "Oslo"),
        a.select(
                Item_.name,
                Item_.size,
                Item_.kind,
                Item_.price,
                Item_.at,
                Item_.tags,
                Item_.maker,
                Item_.maker.city,
                Eight::new)
            .one());
  }

  @Test
  void distinctDropsRepeats() {
    assertEquals(
        List.of(1, 2),
        items.query().select(Item_.size).distinct().orderBy(Item_.size.asc()).toList());
    assertEquals(2, items.query().select(Item_.size).distinct().count());
    assertEquals(3, items.query().select(Item_.size).count());
  }

  @Test
  void limitsHold() {
    var names = items.query().select(Item_.name).orderBy(Item_.name.desc());
    assertEquals(List.of("c", "b"), names.limit(2).toList());
    assertEquals(List.of("a"), names.offset(2).toList());
    assertEquals(Optional.of("c"), names.first());
    assertTrue(names.exists());
  }

  @Test
  void nullIntoAPrimitiveNamesTheExpression() {
    MappingException error =
        assertThrows(
            MappingException.class,
            () -> items.where(Item_.name.eq("a")).select(Item_.name, Item_.rank, Two::new).one());
    assertTrue(error.getMessage().contains("rank"), error.getMessage());
  }

  @Test
  void optionalReadsNull() {
    assertEquals(
        List.of(Optional.empty(), Optional.of(5), Optional.of(5)),
        items.query().orderBy(Item_.name.asc()).select(Item_.rank.optional()).toList());
  }

  @Test
  void firstOfANullValueIsEmpty() {
    assertEquals(Optional.empty(), items.where(Item_.name.eq("a")).select(Item_.rank).first());
    assertEquals(Optional.of(5), items.where(Item_.name.eq("b")).select(Item_.rank).first());
  }
}
