package dev.dbrazor.features.testing;

import static dev.dbrazor.testing.DatabaseExtension.NOW;
import static dev.dbrazor.testing.DatabaseExtension.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import dev.dbrazor.testing.DatabaseExtension;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** With the kit, whole records can be compared. */
@ExtendWith(DatabaseExtension.class)
class TestKitTest {
  private static Visit visit(long id, String guest) {
    return new Visit(id(id), guest, NOW, NOW);
  }

  @RepeatedTest(2)
  void idsCountUpAndTheClockStandsStillForSeedsAndEveryKindOfChange(Database db) {
    VisitDao visits = new VisitDao(db);
    assertEquals(List.of(visit(1, "the first")), visits.query().toList());
    assertEquals(visit(2, "a"), visits.insert(Visit.of("a")));
    assertEquals(
        List.of(visit(3, "b"), visit(4, "c")),
        visits.insertAll(List.of(Visit.of("b"), Visit.of("c"))));
    assertEquals(visit(5, "d"), visits.upsert(Visit.of("d")));
    assertEquals(visit(2, "A"), visits.update(id(2), Visit_.guest.set("A")));
    assertEquals(visit(2, "B"), visits.update(visit(2, "B")));
    assertEquals(
        List.of(visit(2, "B"), visit(3, "b"), visit(4, "c"), visit(5, "d"), visit(1, "the first")),
        visits.query().orderBy(Visit_.guest.asc()).toList());
  }
}
