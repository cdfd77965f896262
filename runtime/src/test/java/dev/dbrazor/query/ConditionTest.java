package dev.dbrazor.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What conditions match, NULL included. */
@Timeout(120)
class ConditionTest {
  private static final UUID ANN = new UUID(1, 1);
  private static final UUID BEN = new UUID(2, 2);

  private Database db;
  private PersonDao people;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    people = new PersonDao(db);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private List<String> names(Condition<Person> condition) {
    return people.where(condition).orderBy(Person_.name.asc()).toList().stream()
        .map(Person::name)
        .toList();
  }

  private void twoAndANull() {
    Person.Home oslo = new Person.Home("A street", "Oslo", new Person.Point(1, true, null), 2);
    people.insertAll(
        List.of(
            Person.named("ann")
                .withId(ANN)
                .withAge(30)
                .withEmail("Ann@x.no")
                .withHome(oslo)
                .withFriends(new LinkedHashSet<>(List.of(BEN))),
            Person.named("ben")
                .withId(BEN)
                .withAge(40)
                .withEmail("ben@x.no")
                .withHome(new Person.Home("B street", "Rome", new Person.Point(5, false, null), 9))
                .withFriends(new LinkedHashSet<>(List.of(ANN))),
            Person.named("nil")));
  }

  @Test
  void noConditionNorItsOppositeMatchesNull() {
    twoAndANull();
    List<Condition<Person>> conditions =
        List.of(
            Person_.age.eq(30),
            Person_.age.ne(40),
            Person_.age.lt(40),
            Person_.age.le(30),
            Person_.age.gt(30).not(),
            Person_.age.ge(40).not(),
            Person_.age.between(20, 30),
            Person_.age.in(30, 31),
            Person_.age.notIn(40, 41),
            Person_.email.like("ann%"),
            Person_.email.notLike("ben%"),
            Person_.email.startsWith("Ann"),
            Person_.email.endsWith("n@x.no").and(Person_.email.contains("Ann")),
            Person_.email.contains("A"),
            Person_.email.containsIgnoreCase("aNN"),
            Person_.email.eqIgnoreCase("ann@X.NO"),
            Person_.home.city.eq("Oslo"),
            Person_.home.street.startsWith("A"),
            Person_.home.floor.lt(5),
            Person_.home.point.x.eq(1),
            Person_.home.point.exact.isTrue(),
            Person_.home.point.exact.isFalse().not(),
            Person_.home.point.exact.eq(true),
            Person_.friends.contains(BEN),
            Person_.friends.notContains(ANN),
            Person_.home.eq(
                new Person.Home("A street", "Oslo", new Person.Point(1, true, null), 2)));
    for (Condition<Person> condition : conditions) {
      assertEquals(List.of("ann"), names(condition), condition::toString);
      assertEquals(List.of("ben"), names(condition.not()), () -> "not " + condition);
      assertEquals(List.of("ann"), names(condition.not().not()), () -> "not not " + condition);
    }
  }

  @Test
  void nullTestsAreNeverUnknown() {
    twoAndANull();
    assertEquals(List.of("nil"), names(Person_.age.isNull()));
    assertEquals(List.of("ann", "ben"), names(Person_.age.isNotNull()));
    assertEquals(List.of("nil"), names(Person_.home.point.x.isNull()));
    assertEquals(List.of("nil"), names(Person_.age.isNotNull().not()));
  }

  @Test
  void inOfNothingIsFalseAndNotInOfNothingIsTrueForNullToo() {
    twoAndANull();
    assertEquals(List.of(), names(Person_.age.in()));
    assertEquals(List.of("ann", "ben", "nil"), names(Person_.age.notIn(List.of())));
    assertEquals(List.of("ann", "ben", "nil"), names(Person_.age.in().not()));
  }

  @Test
  void comparingWithNullNamesWhatToAskInstead() {
    Integer none = null;
    String message =
        assertThrows(InvalidArgumentException.class, () -> Person_.age.eq(none)).getMessage();
    assertTrue(message.contains("people.age") && message.contains("isNull()"), message);
    assertThrows(InvalidArgumentException.class, () -> Person_.email.in(Arrays.asList("a", null)));
    assertThrows(InvalidArgumentException.class, () -> Person_.email.startsWith(null));
    assertThrows(InvalidArgumentException.class, () -> people.where(null));
  }

  @Test
  void emptyTextIsInEveryTextButNotInNull() {
    twoAndANull();
    List<String> both = List.of("ann", "ben");
    assertEquals(both, names(Person_.email.contains("")));
    assertEquals(both, names(Person_.email.startsWith("")));
    assertEquals(both, names(Person_.email.endsWith("")));
    assertEquals(List.of(), names(Person_.email.endsWith("").not()));
  }

  @Test
  void percentAndUnderscoreMeanThemselves() {
    people.insertAll(
        List.of(
            Person.named("10%"), Person.named("100"), Person.named("a_b"), Person.named("axb")));
    assertEquals(List.of("10%"), names(Person_.name.contains("%")));
    assertEquals(List.of("10%"), names(Person_.name.endsWith("0%")));
    assertEquals(List.of("a_b"), names(Person_.name.startsWith("a_")));
    assertEquals(List.of("a_b", "axb"), names(Person_.name.like("a_b")));
  }

  @Test
  void prefixesAreRightForEveryText() {
    String top = new String(Character.toChars(Character.MAX_CODE_POINT));
    List<String> texts =
        List.of(
            "",
            "a",
            "ab",
            "abc",
            "b",
            "A",
            "\uD7FF",
            "\uD7FFx",
            "\uE000",
            "\uFFFF",
            "😀",
            "😀x",
            "😁",
            top,
            top + "x",
            top + top,
            "a" + top,
            "a" + top + "z");
    people.insertAll(texts.stream().map(Person::named).toList());
    for (String prefix : texts) {
      List<String> expected = texts.stream().filter(t -> t.startsWith(prefix)).sorted().toList();
      List<String> found = names(Person_.name.startsWith(prefix)).stream().sorted().toList();
      assertEquals(expected, found, () -> "prefix of length " + prefix.length());
      assertEquals(
          texts.stream().filter(t -> t.endsWith(prefix)).sorted().toList(),
          names(Person_.name.endsWith(prefix)).stream().sorted().toList());
    }
  }

  @Test
  void prefixUsesTheIndex() {
    String plan = people.where(Person_.name.startsWith("a")).explain();
    assertTrue(plan.startsWith("SEARCH people USING INDEX people_name"), plan);
    assertTrue(people.where(Person_.home.city.eq("Oslo")).explain().contains("people_home_city"));
  }

  @Test
  void nestedJunctionsAreGroupedAsBuilt() {
    for (int i = 0; i < 16; i++) {
      people.insert(
          Person.named("p" + i)
              .withAge(i & 1)
              .withVisits(i >> 1 & 1)
              .withBalance((i >> 2 & 1) + ".00")
              .withTags(i >> 3 == 1 ? "t" : "f"));
    }
    Condition<Person> a = Person_.age.eq(1);
    Condition<Person> b = Person_.visits.eq(1);
    Condition<Person> c = Person_.balance.eq(1);
    Condition<Person> d = Person_.tags.contains("t");
    assertEquals(7, people.where(a.and(b).or(c.and(d))).count());
    assertEquals(9, people.where(a.or(b).and(c.or(d))).count());
    assertEquals(9, people.where(a.and(b).or(c.and(d)).not()).count());
    assertEquals(
        7,
        people
            .where(Expressions.anyOf(Expressions.allOf(a, b), Expressions.allOf(List.of(c, d))))
            .count());
  }

  @Test
  void emptyGroupsAreIgnored() {
    twoAndANull();
    Condition<Person> none = Expressions.allOf();
    assertEquals(3, people.where(none).count());
    assertEquals(3, people.where(Expressions.not(none)).count());
    assertEquals(1, people.where(none.and(Person_.age.eq(30))).count());
    assertEquals(1, people.where(Person_.age.eq(30).or(Expressions.anyOf(List.of()))).count());
  }

  @Test
  void aThousandConditionsOfEitherKindRun() {
    twoAndANull();
    List<Condition<Person>> many =
        IntStream.range(0, 1_000).mapToObj(i -> Person_.age.ne(-i - 1)).toList();
    assertEquals(2, people.where(Expressions.allOf(many)).count());
    assertEquals(2, people.where(Expressions.anyOf(many)).count());
    Condition<Person> chain = many.get(0);
    for (Condition<Person> next : many) {
      chain = chain.and(next);
    }
    assertEquals(2, people.where(chain).count());
  }

  @Test
  void chainsOfAnyKindAreRenderedWithoutRecursion() {
    Condition<Person> and = Person_.age.eq(1);
    Condition<Person> mixed = Person_.age.eq(1);
    for (int i = 0; i < 100_000; i++) {
      and = and.and(Person_.age.eq(i));
      mixed = i % 2 == 0 ? mixed.or(Person_.age.eq(i)) : mixed.not();
    }
    assertTrue(and.toString().length() > 1_000_000);
    assertTrue(mixed.toString().length() > 1_000_000);
  }

  @Test
  void aHundredThousandValuesAreOneParameter() {
    twoAndANull();
    List<Integer> values = new ArrayList<>(IntStream.range(31, 100_031).boxed().toList());
    assertEquals(List.of("ben"), names(Person_.age.in(values)));
    assertEquals(List.of("ann"), names(Person_.age.notIn(values)));
    assertEquals(List.of("ann"), names(Person_.id.in(ANN, new UUID(9, 9))));
    assertEquals(
        List.of("ben"), names(Person_.friends.in(List.of(new LinkedHashSet<>(List.of(ANN))))));
  }

  @Test
  void decimalsCompareByValueWhateverTheirScale() {
    people.insert(Person.named("a").withBalance("9.50"));
    people.insert(Person.named("b").withBalance("10.00"));
    assertEquals(List.of("a"), names(Person_.balance.lt(new BigDecimal("10"))));
    assertEquals(List.of("b"), names(Person_.balance.eq(10)));
    assertEquals(List.of("a"), names(Person_.balance.in(new BigDecimal("9.5"))));
    assertEquals(List.of("a", "b"), names(Person_.balance.between(9, 10)));
    assertThrows(
        MappingException.class,
        () -> people.where(Person_.balance.eq(new BigDecimal("1.001"))).count());
  }

  @Test
  void sizesCountElementsAndEntries() {
    people.insert(Person.named("a").withTags("x", "y").withCounts(Map.of("k", 1)));
    people.insert(Person.named("b"));
    assertEquals(List.of("a"), names(Person_.tags.size().eq(2)));
    assertEquals(List.of("b"), names(Person_.counts.size().lt(1)));
    assertEquals(List.of(), names(Person_.friends.size().ge(0)));
  }

  @Test
  void anyTextIsAKeyOfAMap() {
    List<String> keys =
        List.of(
            "plain", "a.b", "a\"b", "a\\b", "", "'", "$", "[0]", "é", "😀", "a\nb", "\\\"",
            "\u0001");
    for (String key : keys) {
      people.insert(Person.named("p").withCounts(Map.of(key, 7)));
    }
    for (String key : keys) {
      assertEquals(1, people.where(Person_.counts.key(key).eq(7)).count(), key);
      assertEquals(
          1,
          people.where(Person_.counts.key(key).ge(7)).update(Person_.counts.key(key).increment(1)));
      assertEquals(Map.of(key, 8), people.where(Person_.counts.key(key).eq(8)).one().counts());
    }
  }

  @Test
  void expressionsCompareWithEachOther() {
    people.insert(Person.named("x").withTags("x").withEmail("x"));
    people.insert(Person.named("y").withEmail("z"));
    people.insert(Person.named("z"));
    assertEquals(List.of("x"), names(Person_.name.eq(Person_.email)));
    assertEquals(List.of("y"), names(Person_.name.ne(Person_.email)));
    assertEquals(List.of("y"), names(Person_.name.lt(Person_.email)));
  }

  @Test
  void documentsAreEqualWhateverTheOrderOfTheirEntries() {
    Person.Home home = new Person.Home("s", null, new Person.Point(1, null, null), 3);
    people.insert(Person.named("a").withId(ANN).withHome(home));
    people.insert(Person.named("b").withHome(new Person.Home("t", null, null, 3)));
    people.update(ANN, Person_.home.city.set("Oslo"), Person_.home.point.exact.set(true));
    Person.Home changed = new Person.Home("s", "Oslo", new Person.Point(1, true, null), 3);
    assertEquals(List.of("a"), names(Person_.home.eq(changed)));
    assertEquals(List.of("b"), names(Person_.home.ne(changed)));
    assertEquals(List.of("a"), names(Person_.home.in(List.of(home, changed))));
    assertEquals(List.of("b"), names(Person_.home.notIn(List.of(home, changed))));
    assertEquals(List.of(), names(Person_.home.eq(home)));
    assertEquals(
        List.of(), names(Person_.home.eq(new Person.Home("t", "Oslo", changed.point(), 3))));
    assertEquals(
        List.of("a"), names(Person_.home.eq(Person_.home).and(Person_.home.city.isNotNull())));
  }

  @Test
  void setsAreEqualInAnyOrderAndListsAreNot() {
    people.insert(
        Person.named("a").withTags("x", "y").withFriends(new LinkedHashSet<>(List.of(ANN, BEN))));
    people.insert(
        Person.named("b").withTags("y", "x").withFriends(new LinkedHashSet<>(List.of(ANN))));
    people.insert(Person.named("nil"));
    assertEquals(List.of("a"), names(Person_.friends.eq(new LinkedHashSet<>(List.of(BEN, ANN)))));
    assertEquals(List.of("b"), names(Person_.friends.ne(new LinkedHashSet<>(List.of(BEN, ANN)))));
    assertEquals(
        List.of("a"), names(Person_.friends.in(List.of(new LinkedHashSet<>(List.of(BEN, ANN))))));
    assertEquals(List.of("b"), names(Person_.tags.eq(List.of("y", "x"))));
    assertEquals(List.of("nil"), names(Person_.tags.eq(List.of())));
  }
}
