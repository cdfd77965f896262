package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.query.Condition;
import dev.dbrazor.query.Expressions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** NULL follows SQL's three values, operator by operator. */
class NullTest extends ItemTest {
  @BeforeEach
  void storeNulls() {
    items.insert(Item.of("null", 1).withMaker(null));
    items.insert(
        Item.of("one", 2)
            .withRemark("1")
            .withRank(1)
            .withNote("1")
            .withMaker(new Item.Maker("c", "1", List.of())));
    items.insert(
        Item.of("two", 3)
            .withRemark("2")
            .withRank(2)
            .withNote("2")
            .withMaker(new Item.Maker("c", "2", List.of())));
  }

  @Test
  void comparisonsNeverMatchNull() {
    matches(Item_.rank.eq(1), "one");
    matches(Item_.rank.ne(1), "two");
    matches(Item_.rank.gt(1), "two");
    matches(Item_.rank.ge(1), "one", "two");
    matches(Item_.rank.lt(2), "one");
    matches(Item_.rank.le(2), "one", "two");
    matches(Item_.rank.between(0, 9), "one", "two");
    matches(Item_.rank.in(1, 7), "one");
    matches(Item_.rank.notIn(1, 7), "two");
    matches(Item_.rank.eq(1).not(), "two");
    matches(Item_.rank.between(0, 1).not(), "two");
  }

  @Test
  void textConditionsNeverMatchNull() {
    matches(Item_.remark.ne("1"), "two");
    matches(Item_.remark.like("%"), "one", "two");
    matches(Item_.remark.notLike("1%"), "two");
    matches(Item_.remark.contains("1").not(), "two");
    matches(Item_.remark.startsWith("1").not(), "two");
    matches(Item_.remark.eqIgnoreCase("1").not(), "two");
    matches(Item_.note.ne("1"), "two");
  }

  @Test
  void isNullFindsNull() {
    matches(Item_.rank.isNull(), "null");
    matches(Item_.rank.isNotNull(), "one", "two");
    matches(Item_.rank.isNull().not(), "one", "two");
    matches(Item_.note.isNull(), "null");
    matches(Item_.maker.isNull(), "null");
    matches(Item_.maker.isNotNull(), "one", "two");
  }

  @Test
  void pathsThroughANullParentAreNull() {
    matches(Item_.maker.country.isNull(), "null");
    matches(Item_.maker.country.ne("1"), "two");
    matches(Item_.maker.city.eq("c"), "one", "two");
    matches(Item_.maker.city.ne("c"));
    matches(Item_.maker.city.isNull(), "null");
  }

  @Test
  void nullsSortWhereToldTo() {
    assertEquals(List.of("null", "one", "two"), sorted(Item_.rank.asc().nullsFirst()));
    assertEquals(List.of("one", "two", "null"), sorted(Item_.rank.asc().nullsLast()));
    assertEquals(List.of("null", "two", "one"), sorted(Item_.rank.desc().nullsFirst()));
    assertEquals(List.of("two", "one", "null"), sorted(Item_.rank.desc().nullsLast()));
    assertEquals(List.of("null", "one", "two"), sorted(Item_.rank.asc()));
    assertEquals(List.of("two", "one", "null"), sorted(Item_.rank.desc()));
  }

  @Test
  void eqOfNullIsAnErrorThatNamesIsNull() {
    String nothing = null;
    InvalidArgumentException error =
        assertThrows(InvalidArgumentException.class, () -> Item_.remark.eq(nothing));
    assertTrue(error.getMessage().contains("isNull"), error.getMessage());
    assertThrows(InvalidArgumentException.class, () -> Item_.remark.ne(nothing));
    assertThrows(InvalidArgumentException.class, () -> Item_.remark.contains(nothing));
    assertThrows(
        InvalidArgumentException.class, () -> Item_.remark.in(Arrays.asList("a", nothing)));
    assertThrows(InvalidArgumentException.class, () -> Item_.remark.in("a", nothing));
  }

  @Test
  void aListGivenToInMayChangeAfterwards() {
    List<String> values = new ArrayList<>(List.of("1"));
    Condition<Item> condition = Item_.remark.in(values);
    values.set(0, "2");
    matches(condition, "one");
  }

  @Test
  void comparisonsOfPathsNeverMatchNullOnEitherSide() {
    matches(Item_.rank.eq(Item_.size));
    matches(Item_.rank.ne(Item_.size), "one", "two");
    matches(Item_.size.ne(Item_.rank), "one", "two");
    matches(Item_.rank.gt(Item_.size));
    matches(Item_.rank.ge(Item_.size));
    matches(Item_.rank.lt(Item_.size), "one", "two");
    matches(Item_.rank.le(Item_.size), "one", "two");
    matches(Item_.size.gt(Item_.rank), "one", "two");
    matches(Item_.rank.eq(Item_.size).not(), "one", "two");
    matches(Item_.remark.eq(Item_.note), "one", "two");
  }

  @Test
  void theOtherTextConditionsNeverMatchNull() {
    matches(Item_.remark.endsWith("1").not(), "two");
    matches(Item_.remark.endsWith(""), "one", "two");
    matches(Item_.remark.startsWith(""), "one", "two");
    matches(Item_.remark.containsIgnoreCase("1").not(), "two");
    matches(Item_.remark.containsIgnoreCase(""), "one", "two");
    matches(Item_.remark.like("1").not(), "two");
  }

  @Test
  void junctionsHaveThreeValues() {
    Condition<Item> unknown = Item_.rank.eq(1); // of the item "null"
    matches(unknown.or(Item_.size.eq(1)), "null", "one");
    matches(unknown.and(Item_.size.gt(0)).not(), "two");
    matches(unknown.and(Item_.size.lt(0)).not(), "null", "one", "two");
    matches(unknown.or(Item_.size.gt(9)).not(), "two");
    matches(unknown.not().not(), "one");
    matches(Expressions.allOf(unknown, Item_.size.gt(0)).not(), "two");
    matches(Expressions.anyOf(unknown, Item_.size.gt(9)).not(), "two");
    matches(Expressions.not(unknown), "two");
  }

  @Test
  void nothingToBeInIsFalseOrTrueForNullToo() {
    matches(Item_.rank.in(List.of()));
    matches(Item_.rank.in(List.of()).not(), "null", "one", "two");
    matches(Item_.rank.notIn(List.of()), "null", "one", "two");
    matches(Item_.rank.in(1).not(), "two");
    matches(Item_.rank.notIn(1).not(), "one");
  }

  /** Containers and a truth value that may be NULL. */
  @Collection("switches")
  record Switch(
      @Id long id,
      @Nullable Boolean on,
      @Nullable List<String> tags,
      @Nullable Set<Integer> marks,
      @Nullable Map<String, Integer> stock,
      @Nullable BigInteger exact) {}

  @Test
  void nullContainersAndTruthsMatchNothingButIsNull() {
    NullTest_SwitchDao switches = new NullTest_SwitchDao(db);
    switches.insert(new Switch(1, null, null, null, null, null));
    switches.insert(new Switch(2, true, List.of("a"), Set.of(1), Map.of("k", 1), BigInteger.ONE));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.on.isTrue()));
    assertEquals(List.of(), ids(switches, NullTest_Switch_.on.isFalse()));
    assertEquals(List.of(), ids(switches, NullTest_Switch_.on.isTrue().not()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.on.isFalse().not()));
    assertEquals(List.of(1L), ids(switches, NullTest_Switch_.on.isNull()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.tags.contains("a")));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.tags.contains("b").not()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.tags.notContains("b")));
    assertEquals(List.of(), ids(switches, NullTest_Switch_.tags.notContains("b").not()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.tags.size().ge(0)));
    assertEquals(List.of(1L), ids(switches, NullTest_Switch_.tags.size().isNull()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.tags.ne(List.of())));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.tags.eq(List.of()).not()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.marks.contains(2).not()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.marks.ne(Set.of(2))));
    assertEquals(List.of(1L), ids(switches, NullTest_Switch_.marks.isNull()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.stock.size().eq(1)));
    assertEquals(List.of(1L), ids(switches, NullTest_Switch_.stock.size().isNull()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.stock.key("k").ne(2)));
    assertEquals(List.of(), ids(switches, NullTest_Switch_.stock.key("x").ne(2)));
    assertEquals(List.of(1L, 2L), ids(switches, NullTest_Switch_.stock.key("x").isNull()));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.exact.ne(BigInteger.TWO)));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.exact.notIn(BigInteger.TWO)));
    assertEquals(List.of(2L), ids(switches, NullTest_Switch_.exact.in(BigInteger.TWO).not()));
  }

  private static List<Long> ids(NullTest_SwitchDao switches, Condition<Switch> condition) {
    return switches.where(condition).orderBy(NullTest_Switch_.id.asc()).toList().stream()
        .map(Switch::id)
        .toList();
  }

  private List<String> sorted(dev.dbrazor.query.Ordering<Item> order) {
    return names(items.query().orderBy(order).toList());
  }
}
