package dev.dbrazor.processor.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.processor.IndexProcessor;
import dev.dbrazor.processor.fixtures.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schema files are stable, compared with the record, and a step that loses data needs its word. */
class SchemaFilesTest {
  private static final String FIRST =
      """
      @Collection("customers")
      record Customer(@Id long id, String name, @Nullable String fax, Address address, Tier tier) {}
      record Address(String street, int number) {}
      enum Tier { FREE, GOLD }
      """;

  @TempDir Path work;
  private Path tree;
  private int compilations;

  @BeforeEach
  void makeTree() {
    tree = work.resolve("tree");
  }

  private Compilation compile(String source, String... options) throws IOException {
    Path file = Files.createDirectories(work.resolve("source")).resolve("Customer.java");
    Files.writeString(
        file,
        "package shop;\nimport dev.dbrazor.annotation.*;\n"
            + "import org.jspecify.annotations.Nullable;\n"
            + source);
    String[] all = new String[options.length + 1];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "-Adbrazor.schema.dir=" + tree;
    return Compilation.of(
        ToolProvider.getSystemJavaCompiler(),
        new IndexProcessor(),
        List.of(file),
        work.resolve("c" + ++compilations),
        all);
  }

  private Path emitted(int version) {
    return work.resolve(
        "c" + compilations + "/classes/META-INF/dbrazor/schema/customers/" + version + ".json");
  }

  /** Takes over what the last compilation left. */
  private void accept(int version) throws IOException {
    Path place = Files.createDirectories(tree.resolve("customers")).resolve(version + ".json");
    Files.writeString(place, Files.readString(emitted(version)));
  }

  /** The one error of a compilation, without the place. */
  private String error(String source) throws IOException {
    List<String> errors =
        compile(source).messages().stream().filter(each -> each.startsWith("ERROR")).toList();
    assertEquals(1, errors.size(), errors::toString);
    // javac indents all lines but the first by two
    return errors.get(0).replace(tree.toString(), "tree").replace("\n  ", "\n");
  }

  private void first() throws IOException {
    compile(FIRST, "-Adbrazor.schema.accept=true");
    accept(1);
  }

  @Test
  void aFileIsWrittenThatTheNextBuildAgreesWith() throws IOException {
    first();
    assertEquals(
        """
        {
          "collection": "customers",
          "version": 1,
          "released": false,
          "columns": [
            {"name": "id", "component": "id", "value": "long", "type": "INTEGER", "role": "id"},
            {"name": "name", "component": "name", "value": "string", "type": "TEXT"},
            {"name": "fax", "component": "fax", "value": "string", "type": "TEXT", "nullable": true},
            {"name": "address", "component": "address", "value": "record", "type": "TEXT"},
            {"name": "tier", "component": "tier", "value": "enum(FREE,GOLD)", "type": "TEXT"}
          ],
          "documents": [
            {"place": "address.street", "value": "string"},
            {"place": "address.number", "value": "int"}
          ],
          "renamed": {},
          "dropped": {},
          "backfilled": {},
          "upgrades": [],
          "sql": [
            "CREATE TABLE customers (\\n  id INTEGER PRIMARY KEY,\\n  name TEXT NOT NULL,\\n  fax TEXT,\\n  address TEXT NOT NULL,\\n  tier TEXT NOT NULL\\n) STRICT"
          ]
        }
        """,
        Files.readString(emitted(1)));
    String before = Files.readString(emitted(1));
    assertTrue(compile(FIRST).succeeded());
    assertEquals(before, Files.readString(emitted(1)));
  }

  @Test
  void aVersionWithoutItsFileIsAnErrorThatNamesThePlace() throws IOException {
    assertEquals(
        "ERROR Customer.java:5 [SchemaDiffers] customers in version 1 has no schema file yet;"
            + " take it over as tree/customers/1.json (-Adbrazor.schema.accept=true)",
        error(FIRST));
  }

  @Test
  void aChangedRecordFailsWithTheDifferenceAndTheTwoWaysOut() throws IOException {
    first();
    assertEquals(
        """
        ERROR Customer.java:5 [SchemaDiffers] Customer is not what tree/customers/1.json says of version 1:
          column name: string nullable, was string
          column age: new, int default 0
          value address.number: long, was int
        raise it to @Collection(version = 2); or, while version 1 is not released, take the new file over (-Adbrazor.schema.accept=true)""",
        error(
            FIRST
                .replace("String name,", "@Nullable String name, @Default(\"0\") int age,")
                .replace("int number", "long number")));
  }

  @Test
  void aChangedIndexIsADifference() throws IOException {
    first();
    assertTrue(
        error(FIRST.replace("String name", "@Indexed String name"))
            .contains("\n  new: CREATE INDEX customers_name_index ON customers (name)\n"));
  }

  @Test
  void aReleasedVersionCannotBeAccepted() throws IOException {
    first();
    Path file = tree.resolve("customers/1.json");
    Files.writeString(
        file, Files.readString(file).replace("released\": false", "released\": true"));
    Compilation result = compile(FIRST.replace("String name,", ""), "-Adbrazor.schema.accept=true");
    assertTrue(
        result.messages().get(0).contains("[SchemaDiffers]")
            && result.messages().get(0).contains("version 1 is released, so no other is it"),
        result.messages()::toString);
    assertTrue(Files.readString(emitted(1)).contains("\"released\": true"));
  }

  @Test
  void acceptingMakesTheDifferenceANote() throws IOException {
    first();
    Compilation result = compile(FIRST.replace("String name,", ""), "-Adbrazor.schema.accept=true");
    assertTrue(result.succeeded(), result.messages()::toString);
    accept(1);
    assertTrue(compile(FIRST.replace("String name,", "")).succeeded());
  }

  @Test
  void aMissingVersionBeforeIsAGap() throws IOException {
    first();
    String third = FIRST.replace("(\"customers\")", "(value = \"customers\", version = 3)");
    compile(third, "-Adbrazor.schema.accept=true");
    accept(3);
    assertEquals(
        "ERROR Customer.java:5 [SchemaGap] Customer is in version 3, but tree/customers/2.json is"
            + " missing, so nothing is known about the way from there; restore it from version"
            + " control",
        error(third));
  }

  @Test
  void aGapFurtherBackIsOneToo() throws IOException {
    chain();
    Files.delete(tree.resolve("customers/1.json"));
    Files.delete(tree.resolve("customers/2.json"));
    assertEquals(
        "ERROR Customer.java:6 [SchemaGap] Customer is in version 4, but tree/customers/1.json,"
            + " tree/customers/2.json are missing, so nothing is known about the way from there;"
            + " restore them from version control",
        error(FOURTH));
  }

  private static final String FOURTH =
      """
      @Collection(value = "customers", version = 4)
      @Dropped(value = "nobody sends faxes", of = "fax")
      record Customer(@Id long id, String name, Address address, Tier tier,
          @Nullable String city, @Backfill("length(name)") int letters) {
        @Upgrade(to = 3) static void cities(UpgradeSql sql) {}
      }
      interface UpgradeSql {}
      record Address(String street, int number) {}
      enum Tier { FREE, GOLD }
      """;

  /** Accepts four versions: fax gone, city new by a method, letters new by an expression. */
  private void chain() throws IOException {
    first();
    String letters = ", @Backfill(\"length(name)\") int letters";
    String third = FOURTH.replace("version = 4", "version = 3").replace(letters, "");
    String second =
        third
            .replace("version = 3", "version = 2")
            .replace(",\n    @Nullable String city", "")
            .replace("@Upgrade(to = 3) static void cities(UpgradeSql sql) {}", "");
    int version = 1;
    for (String source : List.of(second, third, FOURTH)) {
      compile(source, "-Adbrazor.schema.accept=true");
      accept(++version);
    }
    Compilation result = compile(FOURTH);
    assertTrue(result.succeeded(), result.messages()::toString);
  }

  private void change(int version, String text, String by) throws IOException {
    Path file = tree.resolve("customers/" + version + ".json");
    String before = Files.readString(file);
    assertTrue(before.contains(text), before);
    Files.writeString(file, before.replace(text, by));
  }

  @Test
  void aRemovedUpgradeMethodIsAnErrorAsLongAsItsFileIsThere() throws IOException {
    chain();
    assertEquals(
        "ERROR Customer.java:6 [UpgradeRemoved] rows of customers come to version 3 through the"
            + " method cities, which is gone; restore it, with @Upgrade(to = 3), for files that are"
            + " still in version 2",
        error(FOURTH.replace("@Upgrade(to = 3) static void cities(UpgradeSql sql) {}", "")));
  }

  @Test
  void aLossInAnEarlierStepNeedsItsWordStill() throws IOException {
    chain();
    change(2, "\"fax\": \"nobody sends faxes\"", "");
    assertTrue(
        error(FOURTH).contains("[LosesData] version 1 of customers had fax, which is gone in"),
        error(FOURTH));
  }

  @Test
  void anExpressionOfAnEarlierStepIsTriedStill() throws IOException {
    chain();
    compile(FOURTH.replace("version = 4", "version = 5"), "-Adbrazor.schema.accept=true");
    accept(5);
    change(4, "length(name)", "lenght(name)");
    String fifth = FOURTH.replace("version = 4", "version = 5");
    assertTrue(
        error(fifth).contains("[BackfillSql] SQLite refuses `lenght(name)`: no such function"),
        error(fifth));
  }

  @Test
  void aNewMethodForAVersionIsADifference() throws IOException {
    chain();
    assertTrue(
        error(
                FOURTH.replace(
                    "@Upgrade(to = 3)",
                    "@Upgrade(to = 4) static void more(UpgradeSql sql) {}\n@Upgrade(to = 3)"))
            .contains("\n  upgrade more: new, method number 1\n"));
  }

  /** The one error of the step to version 2, whose file is accepted. */
  private String step(String source) throws IOException {
    first();
    String second = source.replace("(\"customers\")", "(value = \"customers\", version = 2)");
    compile(second, "-Adbrazor.schema.accept=true");
    accept(2);
    return error(second);
  }

  private void stepIsFine(String source) throws IOException {
    first();
    String second = source.replace("(\"customers\")", "(value = \"customers\", version = 2)");
    compile(second, "-Adbrazor.schema.accept=true");
    accept(2);
    Compilation result = compile(second);
    assertTrue(result.succeeded(), result.messages()::toString);
  }

  @Test
  void aLostComponentNeedsItsWord() throws IOException {
    assertEquals(
        "ERROR Customer.java:5 [LosesData] version 1 of customers had fax, which is gone in version"
            + " 2, and its values with it; say @Dropped(value = \"why\", of = \"fax\") on the"
            + " record, or @RenamedFrom(\"fax\") on the component that has them now",
        step(FIRST.replace("@Nullable String fax, ", "")));
  }

  @Test
  void wordsForEachKindOfStepAreAccepted() throws IOException {
    stepIsFine(
        """
        @Collection("customers")
        @Dropped(value = "nobody sends faxes", of = "fax")
        record Customer(
            @Id long id,
            @RenamedFrom("name") String fullName,
            @Backfill("length(name)") int letters,
            Address address,
            @Default("'FREE'") Tier tier) {}
        @Dropped(value = "not needed", of = "number")
        record Address(@RenamedFrom("street") String road, @Backfill("'Oslo'") String city) {}
        enum Tier { FREE, GOLD, GREEN }
        """);
    assertTrue(
        Files.readString(emitted(2))
            .contains(
                """
                  "renamed": {
                    "address.road": "address.street",
                    "full_name": "name"
                  },
                  "dropped": {
                    "address.number": "not needed",
                    "fax": "nobody sends faxes"
                  },
                  "backfilled": {
                    "address.city": "'Oslo'",
                    "letters": "length(name)"
                  },
                """));
  }

  @Test
  void aRequiredComponentNeedsAValueForOldRows() throws IOException {
    assertTrue(
        step(FIRST.replace("String name,", "String name, int age,"))
            .startsWith(
                "ERROR Customer.java:5 [NoValueForRows] age is new and required, so rows of version"
                    + " 1 of customers have nothing for it; give them a value with"
                    + " @Backfill(\"sql\")"));
  }

  @Test
  void nullableThatBecomesRequiredNeedsAValueForOldRows() throws IOException {
    assertTrue(
        step(FIRST.replace("@Nullable String fax", "String fax"))
            .contains("[NoValueForRows] fax is required now, so rows with NULL of version 1"));
  }

  @Test
  void anotherTypeNeedsAWayForOldValues() throws IOException {
    assertTrue(
        step(FIRST.replace("String name", "int name"))
            .contains("[LosesData] name is int, but was string in version 1 of customers;"));
  }

  @Test
  void aRemovedEnumConstantNeedsAWayForOldValues() throws IOException {
    assertTrue(
        step(FIRST.replace("FREE, GOLD", "GOLD"))
            .contains("[LosesData] tier is enum(GOLD), but was enum(FREE,GOLD)"));
  }

  @Test
  void theOrderOfEnumConstantsIsNoChange() throws IOException {
    first();
    assertEquals(
        List.of(),
        compile(FIRST.replace("FREE, GOLD", "GOLD, FREE")).messages().stream()
            .filter(each -> each.startsWith("ERROR"))
            .toList());
  }

  @Test
  void lossesInsideDocumentsNeedTheirWordToo() throws IOException {
    assertTrue(
        step(FIRST.replace("String street,", "@Nullable String note,"))
            .contains("had address.street, which is gone in version 2"));
  }

  @Test
  void aBackfillThatSqliteRefusesIsAnErrorAtTheComponent() throws IOException {
    assertEquals(
        "ERROR Customer.java:5 [BackfillSql] SQLite refuses `lenght(name)`: no such function:"
            + " lenght; write an SQL expression over the columns of the version before",
        step(FIRST.replace("String name,", "String name, @Backfill(\"lenght(name)\") int age,")));
  }

  @Test
  void aFileThatIsNoSchemaIsAnError() throws IOException {
    first();
    Files.writeString(tree.resolve("customers/1.json"), "{}");
    assertEquals(
        "ERROR Customer.java:5 [SchemaUnreadable] tree/customers/1.json is not the schema of"
            + " customers in version 1; restore it from version control",
        error(FIRST));
  }
}
