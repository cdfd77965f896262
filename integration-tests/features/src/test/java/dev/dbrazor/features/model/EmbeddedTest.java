package dev.dbrazor.features.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.NotNullException;
import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Embedded records are columns, nested ones documents; paths lead into both. Timestamps fill
 * themselves.
 */
class EmbeddedTest extends EveryStorage {
  private PersonDao people;
  private Person ada;

  @BeforeEach
  void makePeople() {
    people = new PersonDao(db);
    ada = people.insert(person("Ada", "Oslo", "Rome", 1));
    people.insert(person("Bo", "Rome", "Oslo", 2));
  }

  @Test
  void embeddedRecordsComeBack() {
    assertEquals(new Person.Place("street", "Oslo", 3), ada.home());
    assertEquals(new Person.Place("street", "Rome", null), ada.work());
    assertEquals(Optional.of(ada), people.findById(id(ada)));
  }

  @Test
  void nullEmbeddedRecordIsRefusedByName() {
    Person given = person("Cy", "a", "b", 3);
    Person homeless = new Person(null, "Cy", noPlace(), given.work(), given.mail(), null, null);
    NotNullException refused = assertThrows(NotNullException.class, () -> people.insert(homeless));
    assertTrue(refused.getMessage().startsWith("home must not be null"), refused.getMessage());
    assertThrows(NotNullException.class, () -> people.insertAll(List.of(given, homeless)));
    assertEquals(2, people.count());
  }

  private static Person.@Nullable Place noPlace() {
    return null;
  }

  @Test
  void pathsLeadIntoEmbeddedRecords() {
    assertEquals(List.of("Ada"), names(Person_.home.city.eq("Oslo")));
    assertEquals(List.of("Bo"), names(Person_.work.city.eq("Oslo")));
    assertEquals(List.of(), names(Person_.home.floor.isNull()));
    assertEquals(List.of("Ada", "Bo"), names(Person_.work.floor.isNull()));
  }

  @Test
  void pathsLeadIntoNestedRecords() {
    assertEquals(List.of("Ada"), names(Person_.mail.city.eq("City 1")));
    assertEquals(List.of("Bo"), names(Person_.mail.point.y.gt(1)));
    assertEquals(List.of("Bo"), names(Person_.mail.point.x.eq(-2.0)));
  }

  @Test
  void assignmentsReachEmbeddedAndNestedParts() {
    Person changed =
        people.update(
            id(ada),
            Person_.home.city.set("Bergen"),
            Person_.home.floor.setNull(),
            Person_.mail.city.set("Paris"),
            Person_.mail.point.y.increment(2));
    assertEquals(new Person.Place("street", "Bergen", null), changed.home());
    assertEquals(new Person.Address("post", "Paris", new Person.Point(-1, 3)), changed.mail());
    assertEquals(
        List.of("Ada"), names(Person_.mail.city.eq("Paris").and(Person_.mail.point.y.eq(3.0))));
  }

  @Test
  void timestampsAreFilledInAndCreatedAtIsKept() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Person stored = people.insert(person("Cy", "a", "b", 3));
    Instant created = Objects.requireNonNull(stored.createdAt());
    assertEquals(created, stored.updatedAt());
    assertEquals(-1, Integer.signum(before.minusNanos(1).compareTo(created)));
    Person changed =
        people.update(
            new Person(
                stored.id(), "Cyd", stored.home(), stored.work(), stored.mail(), null, null));
    assertEquals(created, changed.createdAt());
    assertEquals(
        1,
        Integer.signum(
            Objects.requireNonNull(changed.updatedAt()).compareTo(created.minusNanos(1))));
    assertEquals(Optional.of(changed), people.findById(id(stored)));
    Person merged = people.upsert(person("Di", stored.id()));
    assertEquals(created, merged.createdAt());
    assertNotNull(people.update(id(stored), Person_.name.set("E")).updatedAt());
  }

  private List<String> names(Condition<Person> condition) {
    return people.where(condition).orderBy(Person_.name.asc()).toList().stream()
        .map(Person::name)
        .toList();
  }

  private static Person person(String name, String home, String work, int y) {
    return new Person(
        null,
        name,
        new Person.Place("street", home, 3),
        new Person.Place("street", work, null),
        new Person.Address("post", "City " + y, new Person.Point(-y, y)),
        null,
        null);
  }

  private static Person person(String name, @Nullable Long id) {
    Person p = person(name, "x", "y", 1);
    return new Person(id, name, p.home(), p.work(), p.mail(), null, null);
  }

  private static Long id(Person person) {
    return Objects.requireNonNull(person.id());
  }
}
