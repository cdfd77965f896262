package dev.dbrazor.features.queries;

import static dev.dbrazor.query.Expressions.allOf;
import static dev.dbrazor.query.Expressions.anyOf;
import static dev.dbrazor.query.Expressions.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.query.Condition;
import dev.dbrazor.query.RecordQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** And, or, not; shared queries; many conditions. */
class LogicTest extends ItemTest {
  private static final Condition<Item> A = Item_.name.eq("ab").or(Item_.name.startsWith("a"));
  private static final Condition<Item> B = Item_.name.endsWith("b");
  private static final Condition<Item> C = Item_.name.startsWith("c");
  private static final Condition<Item> D = Item_.name.endsWith("d");

  @Test
  void groupsKeepTheirParentheses() {
    store("ab", "ad", "bb", "cb", "cd", "dd");
    matches(A.and(B).or(C.and(D)), "ab", "cd");
    matches(A.or(C).and(B.or(D)), "ab", "ad", "cb", "cd");
    matches(A.and(B.or(C)).or(D), "ab", "ad", "cd", "dd");
    matches(A.or(B).not(), "cd", "dd");
    matches(not(A).and(not(B)), "cd", "dd");
    matches(A.and(B.not()).not(), "ab", "bb", "cb", "cd", "dd");
  }

  @Test
  void emptyGroupsAreIgnored() {
    store("ab", "cd");
    List<Condition<Item>> none = List.of();
    matches(allOf(none), "ab", "cd");
    matches(anyOf(none), "ab", "cd");
    matches(A.and(allOf(none)), "ab");
    matches(A.or(anyOf(none)), "ab");
    matches(allOf(List.of(A, anyOf(none), B)), "ab");
    matches(anyOf(List.of(allOf(none), C)), "cd");
    matches(anyOf(List.of(A, C)), "ab", "cd");
    matches(allOf(List.of(A, C)));
  }

  @Test
  void aSharedQueryLeaksNothing() {
    store("ab", "ad", "cb", "cd");
    RecordQuery<Item> base = items.where(A);
    RecordQuery<Item> narrow = base.where(B).orderBy(Item_.name.desc()).limit(1);
    RecordQuery<Item> other = base.where(D);
    assertEquals(List.of("ab", "ad"), names(base.orderBy(Item_.name.asc()).toList()));
    assertEquals(List.of("ab"), names(narrow.toList()));
    assertEquals(List.of("ad"), names(other.toList()));
    assertEquals(2, base.count());
    A.and(B);
    matches(A, "ab", "ad");
  }

  @Test
  void aThousandConditionsWork() {
    store("ab", "cd");
    Condition<Item> chain = Item_.name.eq("x0");
    List<Condition<Item>> list = new ArrayList<>();
    for (int i = 1; i < 1_000; i++) {
      chain = chain.or(Item_.name.eq("x" + i));
      list.add(Item_.name.ne("x" + i));
    }
    matches(chain);
    matches(chain.or(C), "cd");
    matches(allOf(list), "ab", "cd");
    matches(anyOf(list).and(C), "cd");
  }
}
