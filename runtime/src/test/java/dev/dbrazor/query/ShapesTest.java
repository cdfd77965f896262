package dev.dbrazor.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.mapping.StampSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts of queries that were asked before. */
class ShapesTest {
  private final Shapes shapes = new Shapes();
  private Database db;
  private RecordQuery<Person> people;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    new PersonDao(db);
    Table<Person> table =
        Table.of(db::sessions, () -> null, StampSource.SYSTEM, PersonMapping.INSTANCE);
    people = new RecordQuery<>(table, Clauses.from(table.source()));
  }

  @AfterEach
  void close() {
    db.close();
  }

  private String text(Query<?> query) {
    SqlWriter out = new SqlWriter();
    query.renderRows(out);
    return out.finish(shapes).text();
  }

  private RecordQuery<Person> built(int age, String name) {
    return people
        .where(Person_.age.gt(age).and(Person_.name.eq(name).not()))
        .orderBy(Person_.name.desc())
        .limit(age);
  }

  @Test
  void aKnownShapeHasTheSameText() {
    String first = text(built(1, "ann"));
    assertSame(first, text(built(2, "ben")));
    assertEquals(1, shapes.size());
    assertNotEquals(first, text(built(2, "ben").offset(1)));
    assertEquals(2, shapes.size());
  }

  @Test
  void thePiecesCountNotOnlyTheText() {
    String one = shapes.text(new String[] {"a", "bc", "unused"}, 2);
    String other = shapes.text(new String[] {"ab", "c"}, 2);
    assertEquals("abc", one);
    assertEquals(one, other);
    assertEquals("", shapes.text(new String[0], 0));
  }

  @Test
  void aMillionShapesAreNotKept() {
    Set<Integer> sizes = new HashSet<>();
    for (int i = 0; i < 1_000_000; i++) {
      String number = Integer.toString(i);
      assertEquals(i, Integer.parseInt(shapes.text(new String[] {number}, 1)));
      sizes.add(shapes.size());
    }
    assertTrue(sizes.stream().allMatch(size -> size <= 256), sizes.toString());
  }

  @Test
  void aHugeConditionIsNotKept() {
    Condition<Person> any = Person_.id.eq(new UUID(0, 0));
    for (int i = 0; i < 1_000; i++) {
      any = any.or(Person_.id.eq(new UUID(0, i)));
    }
    assertTrue(text(people.where(any)).length() > 1_000);
    assertEquals(0, shapes.size());
    assertEquals(List.of(), people.where(any).toList());
  }
}
