package dev.dbrazor.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.CheckConstraintException;
import dev.dbrazor.Database;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.NotFoundException;
import dev.dbrazor.NotNullException;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.VersionMismatchException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Storing, finding and deleting records, one and many. */
@Timeout(120)
class CollectionDaoTest {
  private Database db;
  private PersonDao people;
  private Ticket.TicketDao tickets;
  private Seat.SeatDao seats;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    people = new PersonDao(db);
    tickets = new Ticket.TicketDao(db);
    seats = new Seat.SeatDao(db);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private static List<Person> numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Person.named("p" + i).withEmail("e" + i))
        .toList();
  }

  @Test
  void insertReturnsWhatIsStored() {
    Person ann = people.insert(Person.named("ann").withBalance("1.5"));
    assertNotNull(ann.id());
    assertEquals(1, ann.version());
    assertNotNull(ann.updatedAt());
    assertEquals(ann.balance().scale(), 2);
    assertEquals(Optional.of(ann), people.findById(ann.id()));
    assertEquals(new Ticket(1, "a"), tickets.insert(new Ticket(0, "a")));
    assertEquals(1, people.count());
  }

  @Test
  void duplicateValueNamesTheComponentOnInsertUpdateAndUpsert() {
    Person ann = people.insert(Person.named("ann").withEmail("a"));
    Person ben = people.insert(Person.named("ben").withEmail("b"));
    for (Runnable change :
        List.<Runnable>of(
            () -> people.insert(Person.named("new").withEmail("a")),
            () -> people.update(ben.withEmail("a")),
            () -> people.update(ben.id(), Person_.email.set("a")),
            () -> people.upsert(Person.named("new").withEmail("a")),
            () -> people.where(Person_.name.eq("ben")).update(Person_.email.set("a")))) {
      UniqueConstraintException e = assertThrows(UniqueConstraintException.class, change::run);
      assertEquals("email", e.component());
      assertEquals(Optional.of("people"), e.collection());
    }
    assertEquals(List.of(ann, ben), people.findAllById(List.of(ann.id(), ben.id())));
    assertEquals("a", people.update(ann.withName("Ann")).email());
    people.insert(Person.named("c"));
    people.insert(Person.named("d"));
    UniqueConstraintException e =
        assertThrows(
            UniqueConstraintException.class,
            () -> people.insert(Person.named("x").withId(ann.id())));
    assertEquals("id", e.component());
    assertEquals(Optional.of(ann.id()), e.id());
  }

  @Test
  void otherConstraintsHaveTheirOwnErrors() {
    Person ann = people.insert(Person.named("ann"));
    seats.insert(new Seat("A", 1, ann.id()));
    assertThrows(
        ForeignKeyException.class, () -> seats.insert(new Seat("A", 2, UUID.randomUUID())));
    assertThrows(
        ForeignKeyException.class, () -> seats.update(new Seat("A", 1, UUID.randomUUID())));
    ForeignKeyException e =
        assertThrows(ForeignKeyException.class, () -> people.deleteById(ann.id()));
    assertEquals(Optional.of(ann.id()), e.id());
    assertThrows(
        CheckConstraintException.class, () -> people.update(ann.id(), Person_.visits.set(-1_001)));
    NotNullException missing =
        assertThrows(NotNullException.class, () -> people.insert(Person.named(null)));
    assertEquals(Optional.of("name"), missing.column());
  }

  @Test
  void unknownIdsAreEmptyFalseOrNotFound() {
    UUID nobody = UUID.randomUUID();
    assertEquals(Optional.empty(), people.findById(nobody));
    assertFalse(people.deleteById(nobody));
    assertEquals(
        Optional.of(nobody),
        assertThrows(NotFoundException.class, () -> people.update(Person.named("x").withId(nobody)))
            .id());
    assertThrows(NotFoundException.class, () -> people.update(nobody, Person_.age.increment(1)));
  }

  @Test
  void bulkDeleteCountsWhatReallyWent() {
    List<Person> stored = people.insertAll(numbered(3));
    UUID first = stored.get(0).id();
    assertEquals(1, people.deleteAllById(List.of(first, first, UUID.randomUUID())));
    assertEquals(0, people.deleteAllById(List.of(first)));
    assertEquals(2, people.count());
    seats.insertAll(
        List.of(new Seat("A", 1, null), new Seat("A", 2, null), new Seat("B", 1, null)));
    assertEquals(
        2,
        seats.deleteAllById(
            List.of(new Seat.Key("A", 1), new Seat.Key("B", 1), new Seat.Key("B", 2))));
  }

  @Test
  void emptyListsRunNoStatement() {
    db.close();
    Database closed = db;
    db = Database.inMemory();
    assertEquals(List.of(), people.insertAll(List.of()));
    assertEquals(List.of(), people.updateAll(List.of()));
    assertEquals(List.of(), people.upsertAll(List.of()));
    assertEquals(List.of(), people.findAllById(List.of()));
    assertEquals(0, people.deleteAllById(List.of()));
    assertThrows(RuntimeException.class, closed::collections);
  }

  @Test
  void nullParametersAreNamed() {
    assertTrue(
        assertThrows(InvalidArgumentException.class, () -> people.findById(null))
            .getMessage()
            .contains("id"));
    assertThrows(InvalidArgumentException.class, () -> people.insert(null));
    assertTrue(
        assertThrows(
                InvalidArgumentException.class,
                () -> people.insertAll(Collections.singletonList(null)))
            .getMessage()
            .contains("records[0]"));
    assertThrows(InvalidArgumentException.class, () -> people.deleteAllById(null));
  }

  @Test
  void tenThousandRowsKeepTheirOrder() {
    List<Person> stored = people.insertAll(numbered(10_000));
    assertEquals("p9999", stored.get(9_999).name());
    assertEquals(10_000, people.count());
    List<Person> changed =
        people.updateAll(stored.stream().map(p -> p.withName(p.name() + "!")).toList());
    assertEquals("p7777!", changed.get(7_777).name());
    assertEquals(2, changed.get(0).version());
    assertEquals(changed, people.findAllById(changed.stream().map(Person::id).toList()));
  }

  @Test
  void databaseKeysAreKnownInInputOrder() {
    tickets.insert(new Ticket(41, "old"));
    List<Ticket> given = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      given.add(new Ticket(i == 120 ? 500 : 0, "t" + i));
    }
    List<Ticket> stored = tickets.insertAll(given);
    for (int i = 0; i < given.size(); i++) {
      assertEquals("t" + i, stored.get(i).title());
      assertEquals(stored.get(i), tickets.findById(stored.get(i).id()).orElseThrow());
    }
    assertEquals(500, stored.get(120).id());
    assertEquals(251, tickets.count());
  }

  @Test
  void oneBadRowStoresNothingAndIsNamed() {
    people.insert(Person.named("old").withEmail("e150"));
    UniqueConstraintException e =
        assertThrows(UniqueConstraintException.class, () -> people.insertAll(numbered(300)));
    assertEquals("email", e.component());
    assertTrue(e.getMessage().contains("records[150]"), e.getMessage());
    assertTrue(e.id().isPresent());
    assertEquals(1, people.count());
    List<Person> withNull = new ArrayList<>(numbered(10));
    withNull.set(7, Person.named(null));
    NotNullException missing =
        assertThrows(NotNullException.class, () -> people.insertAll(withNull));
    assertTrue(missing.getMessage().contains("records[7]"), missing.getMessage());
    assertEquals(1, people.count());
  }

  @Test
  void updateAllNamesTheMissingIdAndChangesNothing() {
    List<Person> stored = people.insertAll(numbered(150));
    List<Person> changed =
        new ArrayList<>(stored.stream().map(p -> p.withName("changed")).toList());
    UUID nobody = UUID.randomUUID();
    changed.set(120, changed.get(120).withId(nobody));
    NotFoundException e = assertThrows(NotFoundException.class, () -> people.updateAll(changed));
    assertEquals(Optional.of(nobody), e.id());
    assertEquals(0, people.where(Person_.name.eq("changed")).count());
    assertThrows(
        VersionMismatchException.class,
        () -> people.updateAll(List.of(stored.get(0), stored.get(1), stored.get(0))));
    assertEquals(1, people.findById(stored.get(1).id()).orElseThrow().version());
  }

  @Test
  void uniqueValuesMayBePassedOnWithinAChunkAsOneByOne() {
    Person ann = people.insert(Person.named("ann").withEmail("a"));
    Person ben = people.insert(Person.named("ben").withEmail("b"));
    people.updateAll(List.of(ann.withEmail("c"), ben.withEmail("a")));
    assertEquals("a", people.findById(ben.id()).orElseThrow().email());
  }

  @Test
  void everyChangeMovesTheVersionAndAStaleOneIsRefused() {
    Person one = people.insert(Person.named("ann"));
    Person two = people.update(one.withName("b"));
    assertEquals(2, two.version());
    Person three = people.update(one.id(), Person_.age.increment(1));
    assertEquals(3, three.version());
    assertFalse(three.updatedAt().isBefore(one.updatedAt()));
    assertEquals(1, people.where(Person_.age.eq(1)).update(Person_.level.set((short) 3)));
    assertEquals(5, people.upsert(one).version());
    assertEquals(6, people.upsertAll(List.of(one)).get(0).version());
    VersionMismatchException e =
        assertThrows(VersionMismatchException.class, () -> people.update(two));
    assertEquals(2, e.expected());
    assertEquals(6, e.actual());
    assertEquals(Optional.of(one.id()), e.id());
  }

  @Test
  void upsertStoresNewAndOldInOrder() {
    Person old = people.insert(Person.named("old").withEmail("o"));
    List<Person> given = new ArrayList<>(numbered(120));
    given.set(50, old.withName("newer"));
    given.set(60, old.withName("newest"));
    List<Person> stored = people.upsertAll(given);
    assertEquals(120, stored.size());
    assertEquals(2, stored.get(50).version());
    assertEquals("newer", stored.get(50).name());
    assertEquals(3, stored.get(60).version());
    assertEquals("newest", people.findById(old.id()).orElseThrow().name());
    assertEquals("p119", stored.get(119).name());
    List<Ticket> all =
        tickets.upsertAll(List.of(new Ticket(0, "a"), new Ticket(7, "b"), new Ticket(0, "c")));
    assertEquals(List.of("a", "b", "c"), all.stream().map(Ticket::title).toList());
    assertEquals(all, tickets.findAllById(all.stream().map(Ticket::id).toList()));
  }

  @Test
  void upsertByAnotherUniqueKeepsTheId() {
    Person old = people.insert(Person.named("old").withEmail("o"));
    Person merged = people.upsertByEmail(Person.named("new").withEmail("o"));
    assertEquals(old.id(), merged.id());
    assertEquals("new", merged.name());
    assertEquals(2, merged.version());
  }

  @Test
  void insertOrIgnoreLeavesWhatIsThere() {
    people.insert(Person.named("old").withEmail("o"));
    assertEquals(Optional.empty(), people.insertOrIgnore(Person.named("new").withEmail("o")));
    assertTrue(people.insertOrIgnore(Person.named("new").withEmail("n")).isPresent());
    assertEquals(2, people.count());
  }

  @Test
  void idsAreFoundInTheirOrderAndAsOftenAsGiven() {
    List<Person> stored = people.insertAll(numbered(3));
    UUID a = stored.get(0).id();
    UUID c = stored.get(2).id();
    assertEquals(
        List.of(stored.get(2), stored.get(0), stored.get(2)),
        people.findAllById(List.of(c, UUID.randomUUID(), a, c)));
    seats.insertAll(List.of(new Seat("A", 1, null), new Seat("A", 2, a)));
    assertEquals(List.of(new Seat("A", 2, a)), seats.findAllById(List.of(new Seat.Key("A", 2))));
  }

  @Test
  void bulkRollsBackWithTheTransactionAround() {
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  people.insertAll(numbered(200));
                  assertEquals(200, people.count());
                  throw new IllegalStateException();
                }));
    assertEquals(0, people.count());
    db.transaction(
        () -> {
          people.insert(Person.named("kept").withEmail("e5"));
          assertThrows(UniqueConstraintException.class, () -> people.insertAll(numbered(10)));
        });
    assertEquals(1, people.count());
  }
}
