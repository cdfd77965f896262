package dev.dbrazor.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Assignments: of one row by id, and of many by condition. */
@Timeout(120)
class PartialUpdateTest {
  private static final Person.Home HOME =
      new Person.Home("street", "Oslo", new Person.Point(1, null, null), 3);

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

  @SafeVarargs
  @SuppressWarnings("varargs")
  private Person changed(Person start, Assignment<Person> first, Assignment<Person>... more) {
    Person stored = people.insert(start);
    Person changed = people.update(stored.id(), first, more);
    assertEquals(Optional.of(changed), people.findById(stored.id()));
    return changed;
  }

  @Test
  void incrementBeginsAtZeroAndIsExact() {
    assertEquals(5, changed(Person.named("a"), Person_.age.increment(5)).age());
    assertEquals(-5, changed(Person.named("b"), Person_.age.increment(-5)).age());
    long large = 9_007_199_254_740_993L;
    assertEquals(
        large + 1,
        changed(Person.named("c").withVisits(large), Person_.visits.increment(1)).visits());
    assertEquals(2.5, changed(Person.named("d"), Person_.score.increment(2.5)).score());
    assertEquals(
        new BigDecimal("3.25"),
        changed(
                Person.named("e").withBalance("1.00"),
                Person_.balance.increment(new BigDecimal("2.25")))
            .balance());
    assertEquals(
        new BigDecimal("3.00"),
        changed(Person.named("f").withBalance("1.00"), Person_.balance.increment(2)).balance());
    assertEquals(
        7,
        changed(Person.named("g").withHome(HOME), Person_.home.floor.increment(4)).home().floor());
    assertEquals(
        Map.of("k", 2), changed(Person.named("h"), Person_.counts.key("k").increment(2)).counts());
  }

  @Test
  void sumsOutOfRangeAreRefusedAndNamed() {
    Person full =
        people.insert(
            Person.named("a").withAge(Integer.MAX_VALUE).withVisits(Long.MAX_VALUE).withHome(HOME));
    for (Assignment<Person> assignment :
        List.of(
            Person_.age.increment(1),
            Person_.visits.increment(1),
            Person_.level.increment(40_000),
            Person_.home.floor.increment(Integer.MAX_VALUE))) {
      MappingException e =
          assertThrows(MappingException.class, () -> people.update(full.id(), assignment));
      assertTrue(e.getMessage().contains(assignment.target().name()), e.getMessage());
      assertThrows(MappingException.class, () -> people.query().update(assignment));
    }
    assertEquals(full, people.findById(full.id()).orElseThrow());
  }

  @Test
  void appendMakesAMissingListAndSetsHaveAnElementOnce() {
    UUID a = new UUID(1, 1);
    UUID b = new UUID(2, 2);
    assertEquals(
        List.of("x", "x", "y"),
        changed(Person.named("a").withTags("x"), Person_.tags.append("x"), Person_.tags.append("y"))
            .tags());
    assertEquals(Set.of(a), changed(Person.named("b"), Person_.friends.append(a)).friends());
    assertEquals(
        List.of(a, b),
        new ArrayList<>(
            changed(
                    Person.named("c").withFriends(new LinkedHashSet<>(List.of(a))),
                    Person_.friends.append(a),
                    Person_.friends.append(b),
                    Person_.friends.append(b))
                .friends()));
    assertEquals(
        List.of("n", "m"),
        changed(
                Person.named("d").withHome(HOME),
                Person_.home.point.notes.append("n"),
                Person_.home.point.notes.append("m"))
            .home()
            .point()
            .notes());
  }

  @Test
  void severalChangesOfOneDocumentAreOneStatement() {
    Person.Home home =
        changed(
                Person.named("a").withHome(HOME),
                Person_.home.city.set("R'o\"me"),
                Person_.home.point.x.increment(41),
                Person_.home.point.exact.set(true),
                Person_.home.floor.set(8))
            .home();
    assertEquals(new Person.Home("street", "R'o\"me", new Person.Point(42, true, null), 8), home);
    assertEquals(1, people.where(Person_.home.city.eq("R'o\"me")).count());
    assertEquals(1, people.where(Person_.home.point.exact.isTrue()).count());
  }

  @Test
  void nullIsAssignedWhereItMayBe() {
    Person cleared =
        changed(
            Person.named("a").withAge(3).withHome(HOME),
            Person_.age.setNull(),
            Person_.home.city.setNull(),
            Person_.home.point.setNull());
    assertEquals(null, cleared.age());
    assertEquals(new Person.Home("street", null, null, 3), cleared.home());
    assertEquals(
        1, people.where(Person_.home.eq(new Person.Home("street", null, null, 3))).count());
    assertEquals(null, changed(Person.named("b").withHome(HOME), Person_.home.setNull()).home());
    assertThrows(InvalidArgumentException.class, Person_.name::setNull);
    assertThrows(InvalidArgumentException.class, Person_.home.street::setNull);
    assertThrows(InvalidArgumentException.class, () -> Person_.age.set(null));
  }

  @Test
  void assigningInsideWhatIsMissingIsAnErrorThatNamesIt() {
    Person homeless = people.insert(Person.named("a"));
    Person pointless =
        people.insert(Person.named("b").withHome(new Person.Home("s", null, null, 0)));
    MappingException e =
        assertThrows(
            MappingException.class,
            () -> people.update(homeless.id(), Person_.home.city.set("Oslo")));
    assertTrue(e.getMessage().contains("people.home.city"), e.getMessage());
    assertEquals(Optional.of("home"), e.column());
    assertThrows(
        MappingException.class, () -> people.update(pointless.id(), Person_.home.point.x.set(1)));
    assertThrows(
        MappingException.class,
        () -> people.update(pointless.id(), Person_.home.point.notes.append("n")));
    assertThrows(
        MappingException.class, () -> people.query().update(Person_.home.floor.increment(1)));
    assertEquals(homeless, people.findById(homeless.id()).orElseThrow());
    assertEquals(pointless, people.findById(pointless.id()).orElseThrow());
  }

  @Test
  void wholeDocumentsAreAssigned() {
    Person person =
        changed(
            Person.named("a").withHome(HOME),
            Person_.home.point.set(new Person.Point(9, false, List.of("z"))),
            Person_.tags.set(List.of("q")),
            Person_.counts.key("a.b\"c").set(4));
    assertEquals(new Person.Point(9, false, List.of("z")), person.home().point());
    assertEquals(List.of("q"), person.tags());
    assertEquals(Map.of("a.b\"c", 4), person.counts());
  }

  @Test
  void whatTheProductKeepsIsNotAssigned() {
    assertThrows(InvalidArgumentException.class, () -> Person_.id.set(UUID.randomUUID()));
    assertThrows(InvalidArgumentException.class, () -> Person_.version.increment(1));
    assertThrows(
        InvalidArgumentException.class, () -> Person_.updatedAt.set(java.time.Instant.EPOCH));
  }

  @Test
  void contradictingAssignmentsAreRefused() {
    UUID id = UUID.randomUUID();
    assertThrows(
        InvalidArgumentException.class,
        () -> people.update(id, Person_.age.set(1), Person_.age.increment(1)));
    assertThrows(
        InvalidArgumentException.class,
        () -> people.update(id, Person_.home.set(HOME), Person_.home.floor.set(1)));
    assertThrows(
        InvalidArgumentException.class,
        () -> people.update(id, Person_.tags.set(List.of()), Person_.tags.append("x")));
    assertThrows(
        InvalidArgumentException.class, () -> people.update(id, Person_.nameAs("boss").set("x")));
  }

  @Test
  void changesByConditionCountTheirRows() {
    for (int i = 0; i < 10; i++) {
      people.insert(Person.named("p" + i).withAge(i));
    }
    assertEquals(5, people.where(Person_.age.lt(5)).update(Person_.visits.increment(1)));
    assertEquals(
        2, people.query().orderBy(Person_.age.desc()).limit(2).update(Person_.visits.set(9)));
    assertEquals(
        List.of("p8", "p9"),
        people
            .where(Person_.visits.eq(9))
            .orderBy(Person_.name.asc())
            .select(Person_.name)
            .toList());
    assertEquals(3, people.query().orderBy(Person_.age.asc()).limit(3).offset(1).delete());
    assertEquals(
        List.of(0, 4, 5, 6, 7, 8, 9),
        people.query().orderBy(Person_.age.asc()).select(Person_.age).toList());
    assertEquals(0, people.query().limit(0).delete());
    assertEquals(4, people.where(Person_.age.gt(5)).delete());
    assertEquals(3, people.query().delete());
  }
}
