package dev.dbrazor.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import dev.dbrazor.mapping.Derivation;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.OpenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is derived from a table comes, goes and is repaired with it. */
class DerivationsTest {
  private static final List<String> NOTES =
      List.of("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
  private static final Derivation TEXT =
      new Derivation(
          "notes$text",
          List.of(
              """
              CREATE VIRTUAL TABLE "notes$text" USING fts5(body, content='notes', content_rowid='id')""",
              """
              CREATE TRIGGER "notes$text$insert" AFTER INSERT ON notes BEGIN
                INSERT INTO "notes$text" (rowid, body) VALUES (new.id, new.body);
              END"""),
          List.of("INSERT INTO \"notes$text\" (\"notes$text\") VALUES ('rebuild')"));
  private static final Derivation LOG =
      new Derivation(
          "notes$vector_body",
          List.of(
              "CREATE TABLE \"notes$vector_body$log\" (seq INTEGER PRIMARY KEY, id INTEGER)",
              """
              CREATE TRIGGER "notes$vector_body$insert" AFTER INSERT ON notes BEGIN
                INSERT INTO "notes$vector_body$log" (id) VALUES (new.id);
              END"""),
          List.of("INSERT INTO \"notes$vector_body$log\" (id) SELECT id FROM notes"));

  private final JdbcDriver driver = new JdbcDriver();
  private OpenFiles.Use file;
  private Tables tables;

  @BeforeEach
  void open(@TempDir Path directory) {
    file = OpenFiles.open(TestTables.settings(driver, directory.resolve("notes.db")), this);
    tables = TestTables.of(file.sessions(), driver, false);
  }

  @AfterEach
  void close() {
    file.close();
  }

  private static TableDefinition notes(Derivation... derived) {
    return new TableDefinition("notes", 1, NOTES, List.of(derived));
  }

  private void run(String... statements) {
    for (String sql : statements) {
      file.sessions()
          .write(
              session -> {
                try (DriverStatement statement = session.prepare(sql)) {
                  return statement.step();
                }
              });
    }
    tables = TestTables.of(file.sessions(), driver, false); // a program that starts now
  }

  private List<String> texts(String sql) {
    return file.sessions()
        .read(
            session -> {
              List<String> texts = new ArrayList<>();
              try (DriverStatement statement = session.prepare(sql)) {
                while (statement.step()) {
                  texts.add(statement.text(0));
                }
              }
              return texts;
            });
  }

  private List<String> names() {
    return texts(
        "SELECT name FROM sqlite_schema WHERE name NOT LIKE '%text^_%' ESCAPE '^'"
            + " AND name <> 'dbrazor_schema' ORDER BY 1");
  }

  private List<String> found(String word) {
    return texts("SELECT rowid FROM \"notes$text\" WHERE \"notes$text\" MATCH '" + word + "'");
  }

  @Test
  void derivedObjectsAreMadeWithTheTable() {
    tables.ensure(TestTables.blueprint(notes(TEXT, LOG)));
    run("INSERT INTO notes VALUES (7, 'seven seas')");
    assertEquals(List.of("7"), found("seas"));
    assertEquals(List.of("7"), texts("SELECT id FROM \"notes$vector_body$log\""));
    assertTrue(tables.isComplete(TestTables.blueprint(notes(TEXT, LOG))));
  }

  @Test
  void whatCannotBeDerivedLeavesNoTable() {
    Derivation broken = new Derivation("notes$text", List.of("CREATE TABLE nosuch"), List.of());
    assertThrows(DbRazorException.class, () -> tables.ensure(TestTables.blueprint(notes(broken))));
    assertEquals(List.of(), names());
  }

  @Test
  void aDerivationAddedLaterIsFilledFromTheRows() {
    tables.ensure(TestTables.blueprint(notes()));
    run("INSERT INTO notes VALUES (7, 'seven seas')");
    assertFalse(tables.isComplete(TestTables.blueprint(notes(TEXT))));
    tables.ensure(TestTables.blueprint(notes(TEXT)));
    assertEquals(List.of("7"), found("seas"));
  }

  @Test
  void aMissingTriggerMakesItsDerivationAnewAndNoOther() {
    tables.ensure(TestTables.blueprint(notes(TEXT, LOG)));
    run(
        "INSERT INTO notes VALUES (7, 'seven seas')",
        "DELETE FROM \"notes$vector_body$log\"",
        "DROP TRIGGER \"notes$text$insert\"",
        "INSERT INTO notes VALUES (8, 'eight seas')");
    tables.ensure(TestTables.blueprint(notes(TEXT, LOG)));
    assertEquals(List.of("7", "8"), found("seas"));
    assertEquals(
        List.of("8"), texts("SELECT id FROM \"notes$vector_body$log\""), "the log was left alone");
  }

  @Test
  void aChangedDefinitionIsMadeAnewAndALayoutIsNoChange() {
    tables.ensure(TestTables.blueprint(notes(TEXT)));
    run("INSERT INTO notes VALUES (7, 'seven seas')");
    Derivation porter =
        new Derivation(
            TEXT.name(),
            List.of(
                TEXT.statements().get(0).replace("'id')", "'id', tokenize='porter')"),
                TEXT.statements().get(1)),
            TEXT.fill());
    Derivation layout =
        new Derivation(
            TEXT.name(),
            TEXT.statements().stream().map(sql -> sql.replace(" BEGIN", "\n  BEGIN ")).toList(),
            TEXT.fill());
    assertTrue(tables.isComplete(TestTables.blueprint(notes(layout))));
    assertFalse(tables.isComplete(TestTables.blueprint(notes(porter))));
    tables.ensure(TestTables.blueprint(notes(porter)));
    assertEquals(List.of("7"), found("sea"));
  }

  @Test
  void whatIsNoLongerDerivedIsDropped() {
    tables.ensure(TestTables.blueprint(notes(TEXT, LOG)));
    tables.ensure(TestTables.blueprint(notes(LOG)));
    assertEquals(List.of("notes", "notes$vector_body$insert", "notes$vector_body$log"), names());
    tables.ensure(TestTables.blueprint(notes()));
    assertEquals(List.of("notes"), names());
  }

  @Test
  void otherTablesAndTriggersAreLeftAlone() {
    tables.ensure(TestTables.blueprint(notes(TEXT)));
    run(
        "CREATE TABLE \"notes$mine\" (a)",
        "CREATE TRIGGER mine AFTER DELETE ON notes BEGIN DELETE FROM \"notes$mine\"; END");
    List<String> before = names();
    tables.ensure(TestTables.blueprint(notes(TEXT)));
    assertEquals(before, names());
  }

  @Test
  void aTableDroppedByHandComesBackWithWhatIsDerived() {
    tables.ensure(TestTables.blueprint(notes(TEXT)));
    run("INSERT INTO notes VALUES (7, 'seven seas')", "DROP TABLE notes");
    tables.ensure(TestTables.blueprint(notes(TEXT)));
    assertEquals(List.of(), found("seas"));
    run("INSERT INTO notes VALUES (7, 'eight seas')");
    assertEquals(List.of("7"), found("eight"));
  }

  @Test
  void rederivingFillsFromTheRows() {
    tables.ensure(TestTables.blueprint(notes(TEXT)));
    run("INSERT INTO notes VALUES (7, 'seven seas')");
    run(
        "INSERT INTO \"notes$text\" (\"notes$text\", rowid, body) VALUES ('delete', 7, 'seven seas')");
    assertEquals(List.of(), found("seas"));
    tables.rederive(notes(TEXT));
    assertEquals(List.of("7"), found("seas"));
  }

  @Test
  void readOnlyRefusesWhatItCannotMake() {
    tables.ensure(TestTables.blueprint(notes()));
    Tables readOnly = TestTables.of(file.sessions(), driver, true);
    readOnly.ensure(TestTables.blueprint(notes()));
    assertThrows(
        ReadOnlyDatabaseException.class, () -> readOnly.ensure(TestTables.blueprint(notes(TEXT))));
  }
}
