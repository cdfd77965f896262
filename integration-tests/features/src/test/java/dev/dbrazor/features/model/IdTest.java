package dev.dbrazor.features.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.features.storage.EveryStorage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids: made by the database, by the runtime, or given; wrapped and composite. */
class IdTest extends EveryStorage {
  @Test
  void aMissingUuidIsMadeTimeOrdered() {
    AuthorDao authors = new AuthorDao(db);
    List<Author> stored =
        authors.insertAll(IntStream.range(0, 500).mapToObj(i -> Author.of("a" + i)).toList());
    List<UUID> ids = stored.stream().map(a -> id(a).value()).toList();
    assertTrue(ids.stream().allMatch(id -> id.version() == 7 && id.variant() == 2));
    assertEquals(
        ids.stream().map(UUID::toString).sorted().toList(),
        ids.stream().map(UUID::toString).toList());
    assertEquals(500, ids.stream().distinct().count());
  }

  @Test
  void aGivenUuidIsKept() {
    AuthorDao authors = new AuthorDao(db);
    Author.AuthorId id = new Author.AuthorId(new UUID(1, 2));
    Author given = new Author(id, "Ada", new Author.Email("a@b"), new Author.Passport("NO", "1"));
    assertEquals(given, authors.insert(given));
    assertEquals(Optional.of(given), authors.findById(id));
  }

  @Test
  void theDatabaseChoosesAnIntegerKeyWhenItIsNullOrZero() {
    PersonDao people = new PersonDao(db);
    Person.Place place = new Person.Place("s", "c", null);
    Person.Address address = new Person.Address("s", "c", null);
    Person first = people.insert(new Person(null, "a", place, place, address, null, null));
    Person second = people.insert(new Person(0L, "b", place, place, address, null, null));
    Person given = people.insert(new Person(100L, "c", place, place, address, null, null));
    Person next = people.insert(new Person(null, "d", place, place, address, null, null));
    assertEquals(
        List.of(1L, 2L, 100L, 101L),
        Stream.of(first, second, given, next).map(Person::id).toList());
    List<Person> bulk =
        people.insertAll(
            List.of(
                new Person(null, "e", place, place, address, null, null),
                new Person(50L, "f", place, place, address, null, null),
                new Person(null, "g", place, place, address, null, null)));
    assertEquals(List.of("e", "f", "g"), bulk.stream().map(Person::name).toList());
    assertEquals(50L, bulk.get(1).id());
    assertNotEquals(bulk.get(0).id(), bulk.get(2).id());
    assertEquals(bulk, people.findAllById(bulk.stream().map(Person::id).toList()));
  }

  @Test
  void aWrappedIntegerKeyIsChosenToo() {
    Library_ShelfRowDao shelves = new Library_ShelfRowDao(db);
    Library.ShelfRow top =
        shelves.insert(new Library.ShelfRow(new Library.ShelfNumber(0), "top", null));
    Library.ShelfRow low =
        shelves.insert(new Library.ShelfRow(new Library.ShelfNumber(0), "low", top.id()));
    assertEquals(new Library.ShelfNumber(1), top.id());
    assertEquals(Optional.of(low), shelves.findById(new Library.ShelfNumber(2)));
    assertEquals(List.of(low), shelves.where(Library_ShelfRow_.above.eq(top.id())).toList());
    assertThrows(
        ForeignKeyException.class,
        () ->
            shelves.insert(
                new Library.ShelfRow(new Library.ShelfNumber(0), "x", new Library.ShelfNumber(9))));
  }

  @Test
  void aCompositeKeyFindsUpdatesAndDeletes() {
    SeatDao seats = new SeatDao(db);
    Seat one = seats.insert(new Seat("A", 1, null, 0));
    Seat two = seats.insert(new Seat("A", 2, "Bo", 0));
    Seat other = seats.insert(new Seat("B", 1, null, 0));
    assertEquals(Optional.of(two), seats.findById(new SeatKey("A", 2)));
    assertEquals(
        List.of(other, one),
        seats.findAllById(List.of(new SeatKey("B", 1), new SeatKey("C", 1), new SeatKey("A", 1))));
    assertEquals(2, seats.update(new Seat("A", 1, "Cy", 1)).version());
    assertEquals("Di", seats.update(new SeatKey("B", 1), Seat_.guest.set("Di")).guest());
    assertTrue(seats.deleteById(new SeatKey("A", 2)));
    assertEquals(1, seats.deleteAllById(List.of(new SeatKey("A", 2), new SeatKey("A", 1))));
    assertEquals(List.of("Di"), seats.query().toList().stream().map(Seat::guest).toList());
  }

  @Test
  void aCompositeKeyIsUnique() {
    SeatDao seats = new SeatDao(db);
    seats.insert(new Seat("A", 1, null, 0));
    assertThrows(UniqueConstraintException.class, () -> seats.insert(new Seat("A", 1, "x", 0)));
    assertEquals("y", seats.upsert(new Seat("A", 1, "y", 0)).guest());
    assertEquals(1, seats.count());
  }

  @Test
  void aKeyClassIsAValue() {
    SeatKey key = new SeatKey("A", 1);
    assertEquals(new SeatKey("A", 1), key);
    assertEquals(new SeatKey("A", 1).hashCode(), key.hashCode());
    assertNotEquals(new SeatKey("A", 2), key);
    assertEquals("A", key.room());
    assertEquals(1, key.number());
    assertTrue(key.toString().contains("A"));
  }

  private static Author.AuthorId id(Author author) {
    return Optional.ofNullable(author.id()).orElseThrow();
  }
}
