package dev.dbrazor.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.MigrationException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.OpenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables are made once, compared by meaning, and never changed behind the user's back. */
class TablesTest {
  private static final String CREATE =
      """
      CREATE TABLE customers (
        _row INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        email TEXT NOT NULL UNIQUE,
        age INTEGER NOT NULL DEFAULT (18) CONSTRAINT age CHECK (age > 0),
        "check" TEXT CONSTRAINT "check" CHECK ("check" <> 'A, (b'),
        boss BLOB REFERENCES customers (id) ON DELETE CASCADE,
        address TEXT,
        address_city TEXT GENERATED ALWAYS AS (json_extract(address, '$.city')) VIRTUAL
      ) STRICT""";
  private static final String INDEX = "CREATE INDEX customers_age ON customers (age) WHERE age > 9";
  private static final TableDefinition CUSTOMERS =
      new TableDefinition("customers", 1, List.of(CREATE, INDEX));

  private final JdbcDriver driver = new JdbcDriver();
  private OpenFiles.Use file;
  private Tables tables;

  @BeforeEach
  void open(@TempDir Path directory) {
    file = OpenFiles.open(TestTables.settings(driver, directory.resolve("shop.db")), this);
    tables = TestTables.of(file.sessions(), driver, false);
  }

  @AfterEach
  void close() {
    file.close();
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

  private List<String> schema() {
    return file.sessions()
        .read(
            session -> {
              List<String> texts = new ArrayList<>();
              try (DriverStatement statement =
                  session.prepare(
                      "SELECT sql FROM sqlite_schema WHERE sql NOT NULL AND name <> 'dbrazor_schema'")) {
                while (statement.step()) {
                  texts.add(statement.text(0));
                }
              }
              return texts;
            });
  }

  /** Makes the table by other text, expects a refusal, and returns what it says line by line. */
  private List<String> refusal(String... statements) {
    run(statements);
    List<String> before = schema();
    MigrationException error =
        assertThrows(
            MigrationException.class, () -> tables.ensure(TestTables.blueprint(CUSTOMERS)));
    assertEquals("customers", error.collection().orElseThrow());
    assertEquals(before, schema());
    return error
        .getMessage()
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(String::trim)
        .toList();
  }

  @Test
  void absentTableIsMadeWithItsIndexesAndPresentOneIsLeftAlone() {
    tables.ensure(TestTables.blueprint(CUSTOMERS));
    assertEquals(List.of(CREATE, INDEX), schema());
    tables.ensure(TestTables.blueprint(CUSTOMERS));
    assertEquals(List.of(CREATE, INDEX), schema());
  }

  @Test
  void failedIndexLeavesNoTable() {
    TableDefinition broken =
        new TableDefinition(
            "customers", 1, List.of(CREATE, "CREATE INDEX i ON customers (nosuch)"));
    assertThrows(DbRazorException.class, () -> tables.ensure(TestTables.blueprint(broken)));
    assertEquals(List.of(), schema());
  }

  @Test
  void layoutCaseQuotesAndOrderOfColumnsAreNoDifference() {
    run(
        """
        create table "Customers" ( -- by hand
          _row integer primary key, [id] blob not null unique, "email" text not null unique,
          address text, boss blob references "customers"(id) on delete cascade,
          address_city text as (JSON_EXTRACT("address",'$.city')),
          age integer not null default (18) check(age>0),
          "check" text check ("check" <> 'A, (b') /* ) */
        ) strict""",
        "create index if not exists customers_age on customers(age) where age>9");
    tables.ensure(TestTables.blueprint(CUSTOMERS));
  }

  @Test
  void indexesAndTriggersOfTheUserAreNoDifference() {
    tables.ensure(TestTables.blueprint(CUSTOMERS));
    run(
        "CREATE INDEX mine ON customers (email, age)",
        "CREATE UNIQUE INDEX mine_too ON customers (boss)",
        "CREATE TRIGGER t AFTER INSERT ON customers BEGIN SELECT 1; END",
        "ALTER TABLE customers RENAME COLUMN boss TO chief",
        "ALTER TABLE customers RENAME COLUMN chief TO boss");
    tables.ensure(TestTables.blueprint(CUSTOMERS));
  }

  @Test
  void missingIndexIsNamed() {
    assertEquals(
        List.of(
            "index customers_age: create index customers_age on customers ( age ) where age > 9"
                + " expected, not found"),
        refusal(CREATE));
  }

  @Test
  void eachDifferenceOfAColumnIsNamed() {
    String changed =
        CREATE
            .replace("age INTEGER NOT NULL DEFAULT (18)", "age TEXT")
            .replace("address TEXT,", "address TEXT NOT NULL, extra ANY,")
            .replace("$.city", "$.town")
            .replace("email TEXT NOT NULL UNIQUE", "email TEXT NOT NULL");
    assertEquals(
        List.of(
            "column address: TEXT expected, found TEXT NOT NULL",
            "column address_city: TEXT VIRTUAL generated as (json_extract ( address , '$.city' ))"
                + " expected, found TEXT VIRTUAL generated as (json_extract ( address , '$.town' ))",
            "column age: INTEGER NOT NULL DEFAULT 18 expected, found TEXT",
            "unique (email) expected, not found",
            "column extra: ANY found, not expected"),
        refusal(changed, INDEX));
  }

  @Test
  void constraintsAndOptionsAreCompared() {
    String changed =
        CREATE
            .replace("age > 0", "age > 1")
            .replace("ON DELETE CASCADE", "ON DELETE SET NULL")
            .replace(") STRICT", ")");
    assertEquals(
        List.of(
            "check (age > 0) expected, not found",
            "foreign key (boss): REFERENCES customers (id) ON DELETE CASCADE ON UPDATE NO ACTION"
                + " expected, found REFERENCES customers (id) ON DELETE SET NULL ON UPDATE NO ACTION",
            "table option STRICT: yes expected, found no",
            "check (age > 1) found, not expected"),
        refusal(changed, INDEX));
  }

  @Test
  void missingColumnIsNamed() {
    List<String> lines =
        refusal(
            CREATE
                .replace("  address TEXT,\n", "")
                .replace("json_extract(address, '$.city')", "email"),
            INDEX);
    assertTrue(lines.contains("column address: TEXT expected, not found"), lines::toString);
  }

  @Test
  void viewOrVirtualTableOfThatNameIsAnErrorOfItsOwn() {
    run("CREATE VIEW customers AS SELECT 1 AS id");
    assertTrue(
        assertThrows(MigrationException.class, () -> tables.ensure(TestTables.blueprint(CUSTOMERS)))
            .getMessage()
            .contains("a view"));
    run("DROP VIEW customers", "CREATE VIRTUAL TABLE customers USING fts5(body)");
    assertTrue(
        assertThrows(MigrationException.class, () -> tables.ensure(TestTables.blueprint(CUSTOMERS)))
            .getMessage()
            .contains("a virtual table"));
  }

  @Test
  void readOnlyDatabaseIsComparedButNeverWritten(@TempDir Path directory) {
    Tables readOnly = TestTables.of(file.sessions(), driver, true);
    assertThrows(
        ReadOnlyDatabaseException.class, () -> readOnly.ensure(TestTables.blueprint(CUSTOMERS)));
    assertEquals(List.of(), schema());
    run(CREATE);
    assertThrows(MigrationException.class, () -> readOnly.ensure(TestTables.blueprint(CUSTOMERS)));
    run(INDEX);
    readOnly.ensure(TestTables.blueprint(CUSTOMERS));
  }
}
