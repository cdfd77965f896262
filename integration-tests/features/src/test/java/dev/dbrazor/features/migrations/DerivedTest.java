package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is derived from a table follows it when the table is made anew. */
class DerivedTest {
  private static final String FIRST =
      """
      @Collection("customers")
      public record Customer(
          @Id UUID id,
          @FullText String name,
          int born,
          @Vector(dimensions = 2, metric = Metric.L2) float @Nullable [] face) {}
      """;
  private static final String SECOND =
      """
      @Collection(value = "customers", version = 2)
      public record Customer(
          @Id UUID id,
          @FullText @Unique @RenamedFrom("name") String title,
          @Backfill("'in ' || born") String born,
          @Vector(dimensions = 2, metric = Metric.L2) float @Nullable [] face,
          @FullText @Default("'same for all'") String more) {}
      """;

  /** What is found by words, and what is near. */
  private static final String ASK =
      """
      package shop;
      import dev.dbrazor.Database;
      import dev.dbrazor.query.Match;
      import java.util.List;
      import java.util.function.Function;
      public final class Open implements Function<Database, String> {
        @Override public String apply(Database db) {
          CustomerDao dao = new CustomerDao(db);
          return "" + names(dao.search("gold", 9)) + names(dao.search("silver", 9))
              + names(dao.nearest(Customer_.face, new float[] {3, 4}, 1));
        }
        private static List<String> names(List<Match<Customer>> matches) {
          return matches.stream().map(m -> m.record().%s()).sorted().toList();
        }
      }
      """;

  @TempDir Path work;

  @Test
  void wordsAndVectorsAreFoundAfterARebuildAndWhatIsWrittenThen() throws IOException {
    Path file = work.resolve("shop.db");
    Program first = Program.of(work, FIRST, "Open", ASK.formatted("name"));
    Program second = Program.of(work, SECOND, "Open", ASK.formatted("title"));
    try (Database db = Database.open(file)) {
      first.open(db);
      db.execute(
          "INSERT INTO customers (id, name, born, face) VALUES (randomblob(16), 'gone', 1, NULL),"
              + " (randomblob(16), 'old gold', 2, x'0000803f0000803f'),"
              + " (randomblob(16), 'new gold', 3, x'0000404000008040'),"
              + " (randomblob(16), 'tin', 4, NULL)");
      db.execute("DELETE FROM customers WHERE name = 'gone'");
      assertEquals("[new gold, old gold][][new gold]", first.open(db));
    }
    try (Database db = Database.open(file)) {
      assertEquals("[new gold, old gold][][new gold]", second.open(db));
      db.execute(
          "UPDATE customers SET title = 'silver', face = x'0000404000008040' WHERE born = 'in 4'");
      db.execute("DELETE FROM customers WHERE title = 'new gold'");
      assertEquals("[old gold][silver][silver]", second.open(db));
      assertEquals(List.of(), db.verify());
      assertEquals(
          List.of(2, 4),
          db.query("SELECT _row FROM customers ORDER BY 1", row -> row.int32(0)),
          "what indexes point to is not renumbered");
    }
  }
}
