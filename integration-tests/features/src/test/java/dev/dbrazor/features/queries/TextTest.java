package dev.dbrazor.features.queries;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text conditions mean what they say. */
class TextTest extends ItemTest {
  @Test
  void percentAndUnderscoreMeanThemselves() {
    store("100%", "100x", "a_b", "axb", "back\\slash", "%_");
    matches(Item_.name.contains("%"), "%_", "100%");
    matches(Item_.name.contains("_"), "%_", "a_b");
    matches(Item_.name.startsWith("100%"), "100%");
    matches(Item_.name.endsWith("_b"), "a_b");
    matches(Item_.name.startsWith("%_"), "%_");
    matches(Item_.name.contains("\\"), "back\\slash");
    matches(Item_.name.containsIgnoreCase("_B"), "a_b");
    matches(Item_.name.eqIgnoreCase("A_B"), "a_b");
  }

  @Test
  void likeKnowsItsWildcards() {
    store("100%", "abc", "axc");
    matches(Item_.name.like("a_c"), "abc", "axc");
    matches(Item_.name.like("1%"), "100%");
    matches(Item_.name.notLike("a%"), "100%");
  }

  @Test
  void caseCountsUnlessIgnored() {
    store("Ada", "ada");
    matches(Item_.name.startsWith("A"), "Ada");
    matches(Item_.name.contains("da"), "Ada", "ada");
    matches(Item_.name.endsWith("DA"));
    matches(Item_.name.containsIgnoreCase("DA"), "Ada", "ada");
    matches(Item_.name.eqIgnoreCase("ADA"), "Ada", "ada");
  }

  @Test
  void theEmptyTextIsInEveryNonNull() {
    items.insert(Item.of("a", 1).withRemark(""));
    items.insert(Item.of("b", 2).withRemark("x"));
    items.insert(Item.of("c", 3));
    matches(Item_.remark.contains(""), "a", "b");
    matches(Item_.remark.startsWith(""), "a", "b");
    matches(Item_.remark.endsWith(""), "a", "b");
    matches(Item_.remark.containsIgnoreCase(""), "a", "b");
    matches(Item_.remark.eq(""), "a");
    matches(Item_.remark.isNull(), "c");
  }

  @Test
  void startsWithReachesTheLastCharacter() {
    store("a\uFFFF", "a\uFFFFz", "a\uD83D\uDE00", "b");
    matches(Item_.name.startsWith("a\uFFFF"), "a\uFFFF", "a\uFFFFz");
    matches(Item_.name.startsWith("a\uD83D\uDE00"), "a\uD83D\uDE00");
    matches(Item_.name.endsWith("\uD83D\uDE00"), "a\uD83D\uDE00");
  }

  @Test
  void inOfNothingIsFalseAndNotInOfNothingIsTrue() {
    items.insert(Item.of("a", 1));
    items.insert(Item.of("b", 2).withRemark("x"));
    matches(Item_.name.in());
    matches(Item_.name.in(List.of()));
    matches(Item_.size.in());
    matches(Item_.remark.in(List.of()));
    matches(Item_.name.notIn(), "a", "b");
    matches(Item_.name.notIn(List.of()), "a", "b");
    matches(Item_.size.notIn(), "a", "b");
    matches(Item_.remark.notIn(List.of()), "a", "b");
  }
}
