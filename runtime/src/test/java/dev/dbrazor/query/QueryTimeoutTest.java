package dev.dbrazor.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.QueryTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** Deadlines of queries: a view with endless rows stands in the place of the table. */
@Timeout(60)
class QueryTimeoutTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  private Database db;
  private PersonDao people;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    people = new PersonDao(db);
    people.insert(Person.named("Ada"));
  }

  private void makeEndless() {
    db.execute("ALTER TABLE people RENAME TO stored");
    db.execute(
        """
        CREATE VIEW people AS
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT stored.* FROM n CROSS JOIN stored""");
  }

  @AfterEach
  void close() {
    db.close();
  }

  private static void assertTimesOut(Executable end) {
    QueryTimeoutException e = assertThrows(QueryTimeoutException.class, end);
    assertTrue(e.getMessage().endsWith("within the deadline of 100 ms"), e.getMessage());
    assertTrue(e.sql().orElseThrow().contains("people"));
  }

  @Test
  void everyEndOfARecordQueryHasTheDeadline() {
    makeEndless();
    RecordQuery<Person> nobody = people.where(Person_.name.eq("Bob")).timeout(SHORT);
    assertTimesOut(nobody::toList);
    assertTimesOut(nobody::first);
    assertTimesOut(nobody::one);
    assertTimesOut(nobody::count);
    assertTimesOut(nobody::exists);
    assertTimesOut(() -> nobody.page(10));
    assertTimesOut(() -> nobody.forEach(person -> {}));
    assertEquals(1, people.query().limit(1).timeout(SHORT).toList().size());
  }

  @Test
  void deadlineStaysWhenTheQueryIsRefined() {
    makeEndless();
    RecordQuery<Person> timed = people.query().timeout(SHORT);
    assertTimesOut(() -> timed.where(Person_.name.eq("Bob")).limit(1).toList());
    assertTimesOut(() -> timed.distinct().offset(5).toList());
    assertTimesOut(() -> timed.select(Person_.name).distinct().toList());
    assertTimesOut(
        () -> timed.timeout(Duration.ofDays(1)).select(Person_.name).timeout(SHORT).count());
  }

  @Test
  void joinsGroupsAndChildrenHaveTheDeadline() {
    Seat.SeatDao seats = new Seat.SeatDao(db);
    seats.insert(new Seat("red", 1, people.query().one().id()));
    makeEndless();
    RecordQuery<Person> all = people.query();
    assertTimesOut(() -> all.join(Person_.id, Seat.PERSON).timeout(SHORT).toPairs());
    assertTimesOut(
        () -> all.timeout(SHORT).leftJoin(Person_.id, Seat.PERSON).select(Person_.name).count());
    assertTimesOut(
        () ->
            all.leftJoin(Person_.id, Seat.PERSON)
                .groupBy(Person_.name)
                .timeout(SHORT)
                .select(Person_.name)
                .toList());
    assertTimesOut(() -> all.groupBy(Person_.age).timeout(SHORT).select(Person_.age).toList());
    assertTimesOut(() -> all.with(seats, Seat.PERSON).timeout(SHORT).toList());
  }

  @Test
  void streamMustBeReadByTheDeadline() {
    makeEndless();
    try (Stream<Person> endless = people.query().timeout(SHORT).stream()) {
      assertTimesOut(() -> endless.forEach(person -> assertEquals("Ada", person.name())));
    }
    assertEquals(1, people.query().limit(1).toList().size());
  }

  @Test
  void changesHaveTheDeadlineAndAreUndone() {
    db.execute("CREATE TABLE loud (x)");
    for (String change : new String[] {"UPDATE", "DELETE"}) {
      db.execute(
          "CREATE TRIGGER slow_"
              + change
              + " AFTER "
              + change
              + " ON people BEGIN INSERT INTO loud SELECT 1 FROM (WITH RECURSIVE n(i) AS "
              + "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n) WHERE i < 0; END");
    }
    RecordQuery<Person> all = people.query().timeout(SHORT);
    assertTimesOut(all::delete);
    assertTimesOut(() -> all.update(Person_.visits.set(7)));
    assertEquals("Ada", people.where(Person_.visits.ne(7)).one().name());
  }

  /** Each run has the whole time. */
  @Test
  void queryCanBeAskedAgainAfterItsTime() {
    RecordQuery<Person> timed = people.query().timeout(SHORT);
    long start = System.nanoTime();
    while (System.nanoTime() - start < 2 * SHORT.toNanos()) {
      assertEquals(1, timed.count());
    }
  }

  @Test
  void deadlineMustBePositive() {
    RecordQuery<Person> all = people.query();
    assertThrows(InvalidArgumentException.class, () -> all.timeout(Duration.ZERO));
    assertThrows(InvalidArgumentException.class, () -> all.timeout(Duration.ofMillis(-1)));
    assertThrows(
        InvalidArgumentException.class, () -> all.select(Person_.name).timeout(Duration.ZERO));
  }
}
