package dev.dbrazor.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keyset paging. */
@Timeout(120)
class PagesTest {
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

  private void some(int count) {
    Random random = new Random(7);
    List<Person> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      @Nullable Integer age = random.nextInt(4) == 0 ? null : (Integer) random.nextInt(4);
      Person person =
          Person.named("n" + random.nextInt(3)).withAge(age).withVisits(random.nextInt(3));
      all.add(random.nextBoolean() ? person.withTags("t") : person);
    }
    people.insertAll(all);
  }

  private static List<Person> walk(RecordQuery<Person> query, int size) {
    List<Person> seen = new ArrayList<>();
    Page<Person> page = query.page(size);
    seen.addAll(page.items());
    while (page.next().isPresent()) {
      assertEquals(size, page.items().size());
      page = query.page(size, page.next().get());
      assertTrue(!page.items().isEmpty());
      seen.addAll(page.items());
    }
    return seen;
  }

  @Test
  void everyRowOnceInOrderWhateverTheDirectionsAndNulls() {
    some(60);
    List<List<Ordering<Person>>> orders =
        List.of(
            List.of(),
            List.of(Person_.age.asc()),
            List.of(Person_.age.desc()),
            List.of(Person_.age.asc().nullsLast()),
            List.of(Person_.age.desc().nullsFirst()),
            List.of(Person_.age.desc(), Person_.name.asc()),
            List.of(Person_.name.asc(), Person_.age.desc().nullsFirst(), Person_.visits.desc()),
            List.of(Person_.age.asc().nullsLast(), Person_.score.desc(), Person_.name.desc()),
            List.of(Person_.tags.size().desc(), Person_.home.city.asc()),
            List.of(Person_.name.desc(), Person_.id.desc()));
    for (List<Ordering<Person>> order : orders) {
      RecordQuery<Person> query = people.where(Person_.visits.le(1));
      List<Ordering<Person>> total = new ArrayList<>(order);
      for (Ordering<Person> ordering : order) {
        query = query.orderBy(ordering);
      }
      total.add(Person_.id.asc());
      RecordQuery<Person> all = people.where(Person_.visits.le(1));
      for (Ordering<Person> ordering : total) {
        all = all.orderBy(ordering);
      }
      List<Person> expected = all.toList();
      for (int size : List.of(1, 7, 100)) {
        assertEquals(expected, walk(query, size));
      }
    }
  }

  @Test
  void rowsThatComeAndGoNeitherRepeatNorHideOthers() {
    some(50);
    Set<UUID> before = new HashSet<>();
    people.query().forEach(person -> before.add(person.id()));
    RecordQuery<Person> query = people.query().orderBy(Person_.age.asc(), Person_.name.desc());
    List<UUID> seen = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Page<Person> page = query.page(4, next.orElse(null));
      page.items().forEach(person -> seen.add(person.id()));
      next = page.next();
      people.insert(Person.named("n0"));
      people.insert(Person.named("n2").withAge(9));
      people.deleteById(seen.get(0));
    } while (next.isPresent() && seen.size() < 500);
    assertEquals(new HashSet<>(seen).size(), seen.size());
    assertTrue(seen.containsAll(before));
  }

  @Test
  void compositeIdsBreakTies() {
    Seat.SeatDao seats = new Seat.SeatDao(db);
    for (int i = 0; i < 9; i++) {
      seats.insert(new Seat(i % 2 == 0 ? "A" : "B", i, null));
    }
    List<Integer> numbers = new ArrayList<>();
    Page<Seat> page = seats.query().orderBy(Seat.PERSON.asc()).page(2);
    page.items().forEach(seat -> numbers.add(seat.number()));
    while (page.next().isPresent()) {
      page = seats.query().orderBy(Seat.PERSON.asc()).page(2, page.next().get());
      page.items().forEach(seat -> numbers.add(seat.number()));
    }
    assertEquals(List.of(0, 2, 4, 6, 8, 1, 3, 5, 7), numbers);
  }

  @Test
  void theNextPageIsSearchedByItsFirstKeyWhereThatIsNotNull() {
    RecordQuery<Person> query = people.query().orderBy(Person_.name.asc());
    Keyset keyset = Keyset.of(query.clauses(), List.of("id"));
    Node after = keyset.after(List.of(new RawValue("n1"), new RawValue(new byte[16])));
    String plan = query.where(new Condition<>(after)).explain();
    assertTrue(plan.startsWith("SEARCH people USING INDEX people_name (name>?)"), plan);
  }

  @Test
  void damagedAndForeignCursorsAreRefused() {
    some(20);
    RecordQuery<Person> query = people.query().orderBy(Person_.age.asc());
    String cursor = query.page(5).next().orElseThrow();
    assertTrue(cursor.matches("[A-Za-z0-9_-]+"), cursor);
    for (String bad :
        List.of(
            "",
            "x",
            "!!",
            cursor.substring(1),
            cursor.substring(0, cursor.length() - 2),
            (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1),
            cursor + cursor)) {
      assertThrows(InvalidArgumentException.class, () -> query.page(5, bad), bad);
    }
    for (int i = 0; i < cursor.length(); i++) {
      for (char other : "ABCDEQgw_-".toCharArray()) {
        String bad = cursor.substring(0, i) + other + cursor.substring(i + 1);
        if (!bad.equals(cursor)) {
          assertThrows(InvalidArgumentException.class, () -> query.page(5, bad), bad);
        }
      }
    }
    assertThrows(
        InvalidArgumentException.class,
        () -> people.query().orderBy(Person_.age.desc()).page(5, cursor));
    assertThrows(
        InvalidArgumentException.class, () -> query.where(Person_.age.gt(1)).page(5, cursor));
  }

  @Test
  void sizesBelowOneAndLimitedQueriesHaveNoPages() {
    assertThrows(InvalidArgumentException.class, () -> people.query().page(0));
    assertThrows(InvalidArgumentException.class, () -> people.query().page(-1));
    assertThrows(InvalidArgumentException.class, () -> people.query().limit(3).page(1));
    assertEquals(new Page<>(List.of(), Optional.empty()), people.query().page(1));
  }
}
