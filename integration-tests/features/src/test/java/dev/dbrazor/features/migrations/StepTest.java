package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.MigrationException;
import dev.dbrazor.SchemaDowngradeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single steps from one version to the next. */
class StepTest {
  private static final String FIRST =
      """
      @Collection("customers")
      public record Customer(@Id long id, String name, @Nullable String fax, @Indexed int age) {}
      """;

  @TempDir Path work;
  private Path file;

  @BeforeEach
  void fill() throws IOException {
    file = work.resolve("shop.db");
    Program.of(work, FIRST).run(file);
    execute(
        "INSERT INTO customers (id, name, fax, age) VALUES (1, 'Ada Lovelace', NULL, 36),"
            + " (7, 'Alan Turing', '0042', 41)");
  }

  private void execute(String... statements) {
    try (Database db = Database.open(file)) {
      for (String sql : statements) {
        db.execute(sql);
      }
    }
  }

  private List<String> texts(String sql) {
    try (Database db = Database.open(file)) {
      return db.query(sql, row -> row.text(0));
    }
  }

  private static String second(String annotations, String components, String more) {
    return "@Collection(value = \"customers\", version = 2) %s\npublic record Customer(%s) {%s}\n"
        .formatted(annotations, components, more);
  }

  private String migrated(String source) throws IOException {
    return Program.of(work, source).run(file);
  }

  @Test
  void aNullableColumnIsAddedByAlter() throws IOException {
    assertEquals(
        """
        Customer[id=1, name=Ada Lovelace, fax=null, age=36, nick=null]
        Customer[id=7, name=Alan Turing, fax=0042, age=41, nick=null]\
        """,
        migrated(
            second(
                "",
                "@Id long id, String name, @Nullable String fax, @Indexed int age, @Nullable String"
                    + " nick",
                "")));
  }

  @Test
  void renamedDroppedAndBackfilledColumnsKeepWhatTheyShould() throws IOException {
    assertEquals(
        """
        Customer[id=1, fullName=Ada Lovelace, letters=12, tier=free]
        Customer[id=7, fullName=Alan Turing, letters=11, tier=free]\
        """,
        migrated(
            second(
                "@Dropped(value = \"no fax\", of = \"fax\") @Dropped(value = \"none\", of ="
                    + " \"age\")",
                "@Id long id, @RenamedFrom(\"name\") String fullName,"
                    + " @Backfill(\"length(name)\") int letters, @Default(\"'free'\") String tier",
                "")));
    assertEquals(
        List.of(), texts("SELECT name FROM sqlite_schema WHERE name LIKE '%age%'"), "its index");
  }

  @Test
  void aTypeChangesThroughAnExpression() throws IOException {
    assertEquals(
        """
        Customer[id=1, name=Ada Lovelace, fax=-, age=36 years]
        Customer[id=7, name=Alan Turing, fax=0042, age=41 years]\
        """,
        migrated(
            second(
                "",
                "@Id long id, @Unique String name, @Backfill(\"'-'\") String fax,"
                    + " @Backfill(\"age || ' years'\") String age",
                "")));
  }

  @Test
  void anUpgradeMethodSeesTheOldRowAndSetsTheNew() throws IOException {
    assertEquals(
        """
        Customer[id=1, first=Ada, last=Lovelace, fax=null, age=36]
        Customer[id=7, first=Alan, last=Turing, fax=0042, age=41]\
        """,
        migrated(
            second(
                "@Dropped(value = \"in two parts\", of = \"name\")",
                "@Id long id, String first, String last, @Nullable String fax, @Indexed int age",
                """

                  @Upgrade(to = 2)
                  static void split(Customer_V1 old, Customer_V2 now) {
                    now.first(old.name().split(" ")[0]);
                    now.last(old.name().split(" ")[1]);
                  }
                """)));
  }

  @Test
  void anUpgradeMethodOfSqlRunsOnTheNewTableWhenItsConditionHolds() throws IOException {
    assertEquals(
        """
        Customer[id=1, name=ADA LOVELACE, fax=null, age=36]
        Customer[id=7, name=ALAN TURING, fax=0042, age=41]\
        """,
        migrated(
            second(
                "",
                "@Id long id, String name, @Nullable String fax, int age",
                """

                  @Upgrade(to = 2, when = "SELECT count(*) = 2 FROM customers")
                  static void upper(UpgradeSql sql) {
                    sql.execute("UPDATE customers SET name = upper(name) WHERE id < ?", 10);
                  }
                  @Upgrade(to = 2, when = "SELECT count(*) = 3 FROM customers")
                  static void never(UpgradeSql sql) {
                    throw new IllegalStateException();
                  }
                """)));
  }

  @Test
  void aFailingUpgradeMethodLeavesFileAndVersionAndTellsWhy() throws IOException {
    List<String> before = texts("SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name");
    MigrationException error =
        assertThrows(
            MigrationException.class,
            () ->
                migrated(
                    second(
                        "",
                        "@Id long id, String name, @Nullable String fax, int age, @Nullable String"
                            + " x",
                        """

                          @Upgrade(to = 2)
                          static void fails(Customer_V1 old, Customer_V2 now) {
                            if (old.id() == 7) throw new IllegalStateException("seven");
                          }
                        """)));
    assertEquals(
        "Collection 'customers' in "
            + file
            + " cannot be brought from version 1 to version 2: Customer.fails failed at row 7:"
            + " java.lang.IllegalStateException: seven. Nothing was changed; put right what it"
            + " names and open the database again, or go on with the program of the version before",
        error.getMessage());
    assertEquals(before, texts("SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name"));
    assertEquals(List.of("1"), texts("SELECT CAST(version AS TEXT) FROM dbrazor_schema"));
    assertTrue(Program.of(work, FIRST).run(file).contains("Alan Turing"));
  }

  @Test
  void rowsThatTheNewConstraintRefusesUndoTheStep() throws IOException {
    execute("INSERT INTO customers VALUES (8, 'Ada Lovelace', NULL, 1)");
    String unique =
        second("", "@Id long id, @Unique String name, @Nullable String fax, int age", "");
    MigrationException error = assertThrows(MigrationException.class, () -> migrated(unique));
    assertTrue(error.getMessage().contains("UNIQUE"), error.getMessage());
    execute("DELETE FROM customers WHERE id = 8");
    assertTrue(migrated(unique).contains("Alan Turing"));
  }

  @Test
  void valuesInsideDocumentsAreRenamedDroppedAndFilled() throws IOException {
    String nested =
        """
        record Line(%s) {}
        """;
    migrated(
        second(
                "",
                "@Id long id, String name, @Nullable String fax, int age, @Backfill(\"'[]'\")"
                    + " List<Line> lines",
                "")
            + nested.formatted("String product, int count, @Nullable String note"));
    execute(
        "UPDATE customers SET lines ="
            + " '[{\"product\":\"tea\",\"count\":2,\"note\":\"hot\"},{\"product\":\"pot\",\"count\":1}]'"
            + " WHERE id = 7");
    assertEquals(
        """
        Customer[id=1, name=Ada Lovelace, fax=null, age=36, lines=[]]
        Customer[id=7, name=Alan Turing, fax=0042, age=41, lines=[Line[article=tea, count=2, unit=pcs], Line[article=pot, count=1, unit=pcs]]]\
        """,
        migrated(
            second(
                        "",
                        "@Id long id, String name, @Nullable String fax, int age, List<Line> lines",
                        "")
                    .replace("version = 2", "version = 3")
                + "@Dropped(value = \"unused\", of = \"note\")\n"
                + nested.formatted(
                    "@RenamedFrom(\"product\") String article, int count, @Backfill(\"'pcs'\")"
                        + " String unit")));
  }

  @Test
  void aNewerFileIsLeftAlone() throws IOException, NoSuchAlgorithmException {
    migrated(
        second("", "@Id long id, String name, @Nullable String fax, @Nullable Integer age", ""));
    String before = sha256();
    SchemaDowngradeException error =
        assertThrows(SchemaDowngradeException.class, () -> Program.of(work, FIRST).run(file));
    assertEquals(
        "Collection 'customers' in "
            + file
            + " is in version 2, the program only knows version 1; use the newer program, or a"
            + " backup from before. The file was left alone",
        error.getMessage());
    assertEquals(before, sha256());
  }

  private String sha256() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }

  @Test
  void aChangeByHandIsNamed() throws IOException {
    execute("ALTER TABLE customers ADD COLUMN mine TEXT", "DROP INDEX customers_age_index");
    String message =
        assertThrows(MigrationException.class, () -> Program.of(work, FIRST).run(file))
            .getMessage();
    assertEquals(
        List.of(
            "index customers_age_index: create index customers_age_index on customers ( age )"
                + " expected, not found",
            "column mine: TEXT found, not expected"),
        message.lines().filter(line -> line.startsWith("  ")).map(String::strip).toList());
    assertTrue(message.contains(file.toString()), message);
  }

  @Test
  void aRecordThatChangedWithoutItsVersionIsToldTheWay() throws IOException {
    Files.delete(work.resolve("tree/customers/1.json"));
    String message =
        assertThrows(
                MigrationException.class,
                () ->
                    migrated(FIRST.replace("String name,", "String name, @Nullable String more,")))
            .getMessage();
    assertTrue(message.contains("column more: TEXT expected, not found"), message);
    assertTrue(message.contains("Raise it to @Collection(version = 2)"), message);
  }

  @Test
  void columnsAddedByHandAreNotLostByAMigration() throws IOException {
    execute("ALTER TABLE customers ADD COLUMN mine TEXT");
    String message =
        assertThrows(
                MigrationException.class,
                () ->
                    migrated(
                        second(
                            "",
                            "@Id long id, String name, @Nullable String fax, @Nullable Integer age",
                            "")))
            .getMessage();
    assertTrue(message.contains("version 2 would lose mine"), message);
  }

  @Test
  void indexesTriggersAndViewsOfTheUserStay() throws IOException {
    execute(
        "CREATE TABLE log (text TEXT)",
        "CREATE INDEX mine ON customers (fax, name)",
        "CREATE TRIGGER noted AFTER UPDATE ON customers BEGIN INSERT INTO log VALUES (new.name);"
            + " END",
        "CREATE VIEW names AS SELECT name FROM customers");
    migrated(
        second(
            "",
            "@Id long id, @Unique String name, @Nullable String fax, @Nullable Integer age",
            ""));
    execute("UPDATE customers SET fax = NULL WHERE id = 7");
    assertEquals(List.of("Alan Turing"), texts("SELECT text FROM log"), "fired once, by the user");
    assertEquals(List.of("Ada Lovelace", "Alan Turing"), texts("SELECT name FROM names"));
    assertEquals(List.of("mine"), texts("SELECT name FROM sqlite_schema WHERE name = 'mine'"));
  }

  @Test
  void aViewThatWouldBreakUndoesTheStepAndIsNamed() throws IOException {
    execute("CREATE VIEW faxes AS SELECT fax FROM customers");
    String message =
        assertThrows(
                MigrationException.class,
                () ->
                    migrated(
                        second(
                            "@Dropped(value = \"no fax\", of = \"fax\")",
                            "@Id long id, @Unique String name, int age",
                            "")))
            .getMessage();
    assertTrue(message.contains("view faxes, which was made by hand,"), message);
    assertEquals(List.of("0042"), texts("SELECT fax FROM faxes WHERE fax NOT NULL"));
  }

  @Test
  void referencesWithCascadesDoNotFireDuringARebuild() throws IOException {
    execute(
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL"
            + " REFERENCES customers (id) ON DELETE CASCADE)",
        "INSERT INTO orders VALUES (1, 7), (2, 1)");
    migrated(
        second(
            "",
            "@Id long id, @Unique String name, @Nullable String fax, @Nullable Integer age",
            ""));
    assertEquals(List.of("2"), texts("SELECT CAST(count(*) AS TEXT) FROM orders"));
    execute("DELETE FROM customers WHERE id = 7");
    assertEquals(
        List.of("1"), texts("SELECT CAST(count(*) AS TEXT) FROM orders"), "still referred to");
  }

  @Test
  void aStepThatWouldLeaveADanglingReferenceIsUndone() throws IOException {
    execute(
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL"
            + " REFERENCES customers (id) ON DELETE CASCADE)",
        "INSERT INTO orders VALUES (1, 7)");
    String message =
        assertThrows(
                MigrationException.class,
                () ->
                    migrated(
                        second(
                            "",
                            "@Id @Backfill(\"id + 100\") long id, String name, @Nullable String"
                                + " fax, int age",
                            "\n"
                                + "  @Upgrade(to = 2) static void move(Customer_V1 old, Customer_V2"
                                + " now) { now.id(old.id() + 100); }\n")))
            .getMessage();
    assertTrue(message.contains("row 1 of orders would refer to a row of customers"), message);
    assertEquals(List.of("7"), texts("SELECT CAST(id AS TEXT) FROM customers WHERE id > 1"));
  }

  @Test
  void aNewCollectionIsSeededOnce() throws IOException {
    Path other = work.resolve("other.db");
    Program seeded =
        Program.of(
            work,
            FIRST.replace(
                "{}",
                "{ @Seed static List<Customer> first() { return List.of(new Customer(1, \"A\","
                    + " null, 1)); } }"));
    assertEquals("Customer[id=1, name=A, fax=null, age=1]", seeded.run(other));
    assertEquals("Customer[id=1, name=A, fax=null, age=1]", seeded.run(other));
    assertTrue(seeded.run(file).startsWith("Customer[id=1, name=Ada Lovelace"), "not a new one");
  }
}
