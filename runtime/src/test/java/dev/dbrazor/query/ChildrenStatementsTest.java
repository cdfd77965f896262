package dev.dbrazor.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.mapping.StampSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements parents and children take. */
class ChildrenStatementsTest {
  private Database db;
  private PersonDao people;
  private Seat.SeatDao seats;
  private CountingSessions counting;
  private RecordQuery<Person> query;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    people = new PersonDao(db);
    seats = new Seat.SeatDao(db);
    counting = new CountingSessions(db.sessions());
    Table<Person> table =
        Table.of(() -> counting, () -> null, StampSource.SYSTEM, PersonMapping.INSTANCE);
    query = new RecordQuery<>(table, Clauses.from(table.source()));
    List<Person> stored =
        people.insertAll(IntStream.range(0, 1_200).mapToObj(i -> Person.named("p" + i)).toList());
    List<Seat> taken = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      taken.add(new Seat("left", i, stored.get(i).id()));
      taken.add(new Seat("right", i, stored.get(i).id()));
    }
    seats.insertAll(taken);
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void allChildrenTakeOneStatement() {
    List<WithChildren<Person, Seat>> found = query.with(seats, Seat.PERSON).toList();
    assertEquals(1_200, found.size());
    assertTrue(found.stream().allMatch(p -> p.children().size() == 2));
    assertEquals(2, counting.statements.size());
  }

  @Test
  void grandchildrenTakeOneMore() {
    List<WithChildren<Person, WithChildren<Person, Seat>>> found =
        query.with(query.with(seats, Seat.PERSON), Person_.id).toList();
    assertTrue(found.stream().allMatch(p -> p.children().get(0).children().size() == 2));
    assertEquals(3, counting.statements.size());
  }

  @Test
  void noParentsTakeNoStatementForChildren() {
    assertEquals(
        List.of(), query.where(Person_.name.eq("nobody")).with(seats, Seat.PERSON).toList());
    assertEquals(1, counting.statements.size());
  }

  @Test
  void streamsTakeOneForEveryChunk() {
    try (Stream<WithChildren<Person, Seat>> stream = query.with(seats, Seat.PERSON).stream()) {
      assertTrue(stream.allMatch(p -> p.children().size() == 2));
    }
    assertEquals(1 + 3, counting.statements.size());
  }
}
