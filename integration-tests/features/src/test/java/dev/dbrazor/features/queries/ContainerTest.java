package dev.dbrazor.features.queries;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions on lists, sets and maps. */
class ContainerTest extends ItemTest {
  @Test
  void containsFindsElements() {
    items.insert(Item.of("a", 1).withTags("vip", "x").withMarks(1, 2));
    items.insert(Item.of("b", 2).withTags("vi", "%").withMarks(12));
    items.insert(Item.of("c", 3));
    matches(Item_.tags.contains("vip"), "a");
    matches(Item_.tags.contains("%"), "b");
    matches(Item_.tags.contains("p"));
    matches(Item_.tags.notContains("vip"), "b", "c");
    matches(Item_.marks.contains(1), "a");
    matches(Item_.marks.notContains(12), "a", "c");
    matches(Item_.tags.eq(List.of("vip", "x")), "a");
  }

  @Test
  void sizeIsANumber() {
    items.insert(Item.of("a", 1).withTags("vip", "x"));
    items.insert(Item.of("b", 2).withTags("x").withStock(Map.of("k", 1)));
    items.insert(Item.of("c", 3));
    matches(Item_.tags.size().ge(1), "a", "b");
    matches(Item_.tags.size().eq(0), "c");
    matches(Item_.stock.size().eq(1), "b");
  }

  @Test
  void keysAreLiteral() {
    items.insert(Item.of("a", 1).withStock(Map.of("k", 1, "a.b", 2, "\"", 3)));
    items.insert(Item.of("b", 2).withStock(Map.of("k", 10, "a", 5, "", 6, "[0]", 7)));
    items.insert(Item.of("c", 3));
    matches(Item_.stock.key("k").gt(1), "b");
    matches(Item_.stock.key("a.b").eq(2), "a");
    matches(Item_.stock.key("\"").eq(3), "a");
    matches(Item_.stock.key("").eq(6), "b");
    matches(Item_.stock.key("[0]").eq(7), "b");
    matches(Item_.stock.key("k").isNull(), "c");
    matches(Item_.stock.key("k' OR 1=1 --").isNotNull());
  }

  @Test
  void containersInsideDocumentsToo() {
    items.insert(Item.of("a", 1).withMaker(new Item.Maker("c", null, List.of("x", "y"))));
    items.insert(Item.of("b", 2).withMaker(null));
    matches(Item_.maker.brands.contains("y"), "a");
    matches(Item_.maker.brands.size().eq(2), "a");
  }
}
