package dev.dbrazor.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.Database;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import dev.dbrazor.NoResultException;
import dev.dbrazor.NonUniqueResultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ends of queries, projections, and streams. */
@Timeout(120)
class QueryTest {
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

  private void numbered(int count) {
    people.insertAll(
        IntStream.range(0, count)
            .mapToObj(i -> Person.named("p" + i).withAge(i).withVisits(i % 2))
            .toList());
  }

  private RecordQuery<Person> byAge() {
    return people.query().orderBy(Person_.age.asc());
  }

  @Test
  void endsGiveWhatTheySay() {
    numbered(3);
    assertEquals("p0", byAge().first().orElseThrow().name());
    assertEquals(Optional.empty(), people.where(Person_.age.gt(9)).first());
    assertEquals("p1", people.where(Person_.age.eq(1)).one().name());
    assertThrows(NoResultException.class, () -> people.where(Person_.age.gt(9)).one());
    assertThrows(NonUniqueResultException.class, () -> people.query().one());
    assertTrue(people.query().exists());
    assertFalse(people.where(Person_.age.gt(9)).exists());
    List<String> seen = new ArrayList<>();
    byAge().forEach(person -> seen.add(person.name()));
    assertEquals(List.of("p0", "p1", "p2"), seen);
  }

  @Test
  void limitAndOffsetCountAsTheyRead() {
    numbered(5);
    assertEquals(List.of(), byAge().limit(0).toList());
    assertFalse(byAge().limit(0).exists());
    assertEquals(0, byAge().limit(0).count());
    assertEquals(Optional.empty(), byAge().limit(0).first());
    assertEquals(2, byAge().offset(3).toList().size());
    assertEquals(2, byAge().offset(3).count());
    assertFalse(byAge().offset(5).exists());
    assertEquals("p4", byAge().limit(9).offset(4).one().name());
    assertThrows(InvalidArgumentException.class, () -> byAge().limit(-1));
    assertThrows(InvalidArgumentException.class, () -> byAge().offset(-1));
    Projection<Long> visits = people.query().select(Person_.visits).distinct();
    assertEquals(2, visits.count());
    assertFalse(visits.offset(2).exists());
    assertTrue(visits.offset(1).exists());
  }

  @Test
  void refiningABaseQueryLeavesItAsItWas() {
    numbered(10);
    RecordQuery<Person> base = people.where(Person_.age.ge(2));
    assertEquals(1, base.where(Person_.age.lt(3)).count());
    assertEquals(3, base.limit(3).toList().size());
    assertEquals("p9", base.orderBy(Person_.age.desc()).first().orElseThrow().name());
    assertEquals(8, base.count());
  }

  /** Two values. */
  record NameAge(String name, int age) {}

  /** One of them may be missing. */
  record NameMaybe(String name, Optional<Integer> age) {}

  /** A nested shape. */
  record Outer(NameAge inner, @Nullable String city) {}

  @Test
  void projectionsMakeRecordsAndNestedShapes() {
    numbered(2);
    assertEquals(
        List.of(new NameAge("p0", 0), new NameAge("p1", 1)),
        byAge().select(Person_.name, Person_.age, NameAge::new).toList());
    assertEquals(
        List.of(new Outer(new NameAge("p0", 0), null)),
        byAge()
            .limit(1)
            .select(
                Expressions.record(Person_.name, Person_.age, NameAge::new),
                Person_.home.city,
                Outer::new)
            .toList());
  }

  @Test
  void nullIntoAPrimitiveNamesTheExpression() {
    people.insert(Person.named("x"));
    MappingException e =
        assertThrows(
            MappingException.class,
            () -> people.query().select(Person_.name, Person_.age, NameAge::new).toList());
    assertTrue(e.getMessage().contains("people.age"), e.getMessage());
    assertEquals(
        List.of(new NameMaybe("x", Optional.empty())),
        people.query().select(Person_.name, Person_.age.optional(), NameMaybe::new).toList());
    Projection<Integer> ages = people.query().select(Person_.age);
    assertEquals(Arrays.asList((Integer) null), ages.toList());
    assertEquals(Optional.empty(), ages.first());
    assertThrows(MappingException.class, ages::one);
  }

  @Test
  void aStreamIsOneSnapshotAndSeveralMayInterleave() {
    numbered(100);
    try (Stream<Person> one = byAge().stream();
        Stream<Person> two = byAge().stream()) {
      Iterator<Person> a = one.iterator();
      Iterator<Person> b = two.iterator();
      for (int i = 0; i < 100; i++) {
        assertEquals("p" + i, a.next().name());
        if (i == 10) {
          people.query().delete();
        }
        assertEquals("p" + i, b.next().name());
      }
      assertFalse(a.hasNext());
    }
    assertEquals(0, people.count());
  }

  @Test
  void readingAClosedStreamIsAnError() {
    numbered(3);
    Stream<Person> stream = byAge().stream();
    Iterator<Person> rows = stream.iterator();
    rows.next();
    stream.close();
    stream.close();
    assertThrows(CursorClosedException.class, rows::next);
  }

  @Test
  void aStreamReadToItsEndGivesItsConnectionBack() {
    numbered(3);
    for (int i = 0; i < 50; i++) {
      assertEquals(3, byAge().stream().toList().size());
    }
    for (int i = 0; i < 50; i++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              byAge()
                  .forEach(
                      person -> {
                        throw new IllegalStateException();
                      }));
    }
    assertEquals(3, people.count());
  }

  @Test
  void aStreamInATransactionSeesItsWritesAndEndsWithIt() {
    Iterator<Person> left =
        db.transaction(
            () -> {
              numbered(3);
              Iterator<Person> rows = byAge().stream().iterator();
              assertEquals("p0", rows.next().name());
              return rows;
            });
    assertThrows(
        CursorClosedException.class,
        () -> {
          left.next();
          left.next();
        });
  }

  @Test
  void explainShowsTheEnginesPlan() {
    String plan = people.where(Person_.tags.contains("x")).orderBy(Person_.age.asc()).explain();
    assertTrue(plan.startsWith("SCAN people\n"), plan);
    assertTrue(plan.contains("USE TEMP B-TREE FOR ORDER BY"), plan);
    assertTrue(plan.contains("\n  SCAN json_each"), plan);
  }

  @Test
  void manyShapesOfQueriesAreForgottenAgain() {
    numbered(1);
    for (int shape = 0; shape < 3_000; shape++) {
      Condition<Person> condition = Expressions.allOf();
      for (int bit = 0; bit < 12; bit++) {
        Condition<Person> next = Person_.age.ge(0);
        condition = (shape >> bit & 1) == 0 ? condition.and(next) : condition.or(next.not());
      }
      people.where(condition).exists();
    }
    assertEquals(1, people.count());
  }

  @Test
  void hostileTextIsStoredVerbatimOrRefused() {
    List<String> hostile =
        List.of(
            "'; DROP TABLE people; --",
            "\"",
            "''",
            "/* x */",
            "?1",
            ":a",
            "$b",
            "\\",
            "%s",
            "\u0001\u001f",
            "😀",
            "x".repeat(10 << 20));
    for (String text : hostile) {
      Person stored = people.insert(Person.named(text).withTags(text).withEmail(text));
      assertEquals(Optional.of(stored), people.findById(stored.id()));
      assertEquals(1, people.where(Person_.name.eq(text)).count());
      assertEquals(1, people.where(Person_.name.in(text)).count());
      assertEquals(1, people.where(Person_.tags.contains(text)).count());
      assertEquals(
          1,
          people
              .where(Person_.email.contains(text).and(Person_.email.endsWith(text)))
              .where(Person_.email.eq(text))
              .count());
    }
    for (String text : List.of("a\0b", "\uD800", "\uDC00x")) {
      assertThrows(MappingException.class, () -> people.insert(Person.named(text)));
      assertThrows(MappingException.class, () -> people.where(Person_.name.eq(text)).count());
      assertThrows(MappingException.class, () -> people.where(Person_.name.contains(text)).count());
    }
    assertEquals(hostile.size(), people.count());
  }
}
