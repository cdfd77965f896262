package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.query.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C2: NULL follows SQL's three values, operator by operator. */
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

  private List<String> sorted(dev.dbrazor.query.Ordering<Item> order) {
    return names(items.query().orderBy(order).toList());
  }
}
