package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.testing.MigrationTester;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From each of thirteen versions to the newest: the rows are those of a way in single steps, the
 * table is that of a fresh file.
 */
class EveryVersionTest {
  private static final int ROWS = Integer.getInteger("migrations.rows", 50);
  private static final String STRUCTURE =
      """
      SELECT name || ' ' || type || ' ' || "notnull" || ' ' || coalesce(dflt_value, '') || ' ' || pk
        || ' ' || hidden FROM pragma_table_xinfo('customers')
      UNION ALL SELECT l."unique" || ' ' || (SELECT group_concat(i.name) FROM pragma_index_info(l.name) i)
      FROM pragma_index_list('customers') l
      UNION ALL SELECT "from" || "table" FROM pragma_foreign_key_list('customers')
      ORDER BY 1\
      """;

  @TempDir Path work;

  private List<Program> programs() throws IOException {
    List<Program> programs = new ArrayList<>();
    for (String source : Versions.all()) {
      programs.add(Program.of(work, source));
    }
    return programs;
  }

  private Path filled(List<Program> programs) {
    Path file = work.resolve("first.db");
    programs.get(0).run(file);
    try (Database db = Database.open(file)) {
      db.execute(
          "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO customers"
              + " (id, name, fax, born) SELECT i, 'First' || i || ' Last' || i,"
              + " iif(i % 2, NULL, '0' || i), 1900 + i % 100 FROM n",
          ROWS);
    }
    return file;
  }

  private static List<String> structure(Path file) {
    try (Database db = Database.open(file)) {
      return db.query(STRUCTURE, row -> row.text(0));
    }
  }

  @Test
  void eachVersionBecomesTheNewestWithItsRowsKept() throws IOException {
    List<Program> programs = programs();
    Program newest = programs.get(programs.size() - 1);
    Path fresh = work.resolve("fresh.db");
    newest.run(fresh);
    Path stepwise = filled(programs);
    List<Path> stages = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      programs.get(i).run(stepwise);
      Path stage = work.resolve("stage" + (i + 1) + ".db");
      try (Database db = Database.open(stepwise)) {
        db.backupTo(stage);
      }
      stages.add(stage);
    }
    String expected = newest.run(stepwise);
    assertEquals(ROWS, expected.lines().count());
    for (Path stage : stages) {
      assertEquals(expected, newest.run(stage), stage.toString());
      assertEquals(structure(fresh), structure(stage), stage.toString());
    }
    assertEquals(
        "Customer[id=c1, first=First1, last=Last1, born=1901-01-01, nick=Fir, tier=free,"
            + " address=Address[town=First1 Last1, country=NO], version=1]",
        expected.lines().findFirst().orElseThrow());
  }

  @Test
  void theTesterGoesTheWayFromEachVersion() throws IOException {
    List<Program> programs = programs();
    Program newest = programs.get(programs.size() - 1);
    MigrationTester tester = MigrationTester.of(newest::run).rows(20).value("born", "1900 + i");
    assertEquals(programs.size() - 1, tester.verify());
  }

  @Test
  void theTesterNamesTheVersionFromWhichNoWayLeads() throws IOException {
    List<Program> programs = new ArrayList<>();
    for (String source : Versions.all().subList(0, 4)) {
      programs.add(Program.of(work, source));
    }
    MigrationTester tester =
        MigrationTester.of(programs.get(3)::run).value("name", "'one name for all'");
    AssertionError error = assertThrows(AssertionError.class, tester::verify);
    assertTrue(
        error
            .getMessage()
            .startsWith("Collection 'customers' does not get from version 1 to version 4: "),
        error.getMessage());
  }
}
