package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.Database;
import dev.dbrazor.MigrationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was changed by hand is told, difference by difference; what was not costs one read. */
class DriftTest {
  private static final List<String> RECORDS = List.of("Customer", "Tag", "Note");
  private static final String SOURCE =
      """
      @Collection("customers")
      public record Customer(
          @Id long id,
          @Unique String name,
          @Check("age > 0") @Indexed int age,
          @Default("'free'") String tier,
          @Nullable @References(Customer.class) Long boss) {}
      @Collection("tags")
      record Tag(@Id String id) {}
      @Collection("notes")
      record Note(@Id UUID id, @FullText String text) {}
      """;

  @TempDir Path work;

  @Test
  void eachDifferenceIsNamed() throws IOException {
    Path file = work.resolve("shop.db");
    Program program = Program.of(work, SOURCE, RECORDS);
    program.run(file);
    try (Database db = Database.open(file)) {
      db.execute("DROP TABLE customers");
      db.execute(
          "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age TEXT NOT NULL,"
              + " tier TEXT DEFAULT 'gold', boss INTEGER, more BLOB)");
    }
    MigrationException error = assertThrows(MigrationException.class, () -> program.run(file));
    assertEquals(
        """
        check (age > 0) expected, not found
        column age: INTEGER NOT NULL expected, found TEXT NOT NULL
        column tier: TEXT NOT NULL DEFAULT 'free' expected, found TEXT DEFAULT 'gold'
        foreign key (boss): REFERENCES customers (id) ON DELETE NO ACTION ON UPDATE NO ACTION expected, not found
        index customers_age_index: create index customers_age_index on customers ( age ) expected, not found
        index customers_boss_index: create index customers_boss_index on customers ( boss ) expected, not found
        table option STRICT: yes expected, found no
        unique (name) expected, not found
        column more: BLOB found, not expected""",
        String.join(
            "\n",
            error
                .getMessage()
                .lines()
                .filter(l -> l.startsWith("  "))
                .map(String::strip)
                .toList()));
  }

  @Test
  void anUnchangedSchemaCostsOneReadForAllCollections() throws IOException {
    Path file = work.resolve("shop.db");
    Program program = Program.of(work, SOURCE, RECORDS);
    program.run(file);
    program.run(file); // the table of the engine's statistics was a change of the schema
    try (Database db = Database.open(file)) {
      long before = prepared(db);
      program.open(db);
      assertEquals(1, prepared(db) - before);
    }
  }

  private static long prepared(Database db) {
    return db.stats().statementHits() + db.stats().statementMisses();
  }
}
