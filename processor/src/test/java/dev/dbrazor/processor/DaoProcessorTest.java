package dev.dbrazor.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.processor.Compiled.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans, options, and collections and types from elsewhere. */
class DaoProcessorTest {
  private static final String IMPORTS =
      "package shop;\nimport dev.dbrazor.annotation.*;\nimport java.util.List;\n";

  @TempDir Path output;

  @ParameterizedTest
  @ValueSource(strings = {"note", "warning", "error"})
  void aScanOfALargeCollectionIsToldAsTheOptionSays(String severity) throws IOException {
    List<String> said =
        said(
            List.of("-Adbrazor.plans=" + severity),
            "@Query(\"SELECT id FROM events WHERE size = :size AND kind > :kind\")"
                + " List<Long> of(int size, String kind);");
    String kind =
        severity.equals("warning") ? "(MANDATORY_)?WARNING" : severity.toUpperCase(Locale.ROOT);
    String message =
        " [FullScan] the statement reads all of events, which is expected to hold 1000000 rows;"
            + " add @Index(columns = {\"size\", \"kind\"}), or accept it with @AllowScan(\"why\")";
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.get(0).matches(kind + Pattern.quote(message)), said::toString);
  }

  @Test
  void oneColumnIsToBeIndexed() throws IOException {
    assertTrue(
        said(
                List.of(),
                "@Query(\"SELECT id FROM events WHERE size = :size\") List<Long> of(int size);")
            .get(0)
            .contains("rows; mark size as @Indexed, or"));
  }

  @Test
  void aScanIsAccepted() throws IOException {
    String all = "@Query(\"SELECT id FROM events\") List<Long> all();";
    assertEquals(List.of(), said(List.of(), "@AllowScan(\"nightly\") " + all));
    assertEquals(List.of(), said(List.of("-Adbrazor.plans=off"), all));
  }

  @Test
  void searchesAndSmallCollectionsAreNoNews() throws IOException {
    assertEquals(
        List.of(),
        said(
            List.of(),
            "@Query(\"SELECT size FROM events WHERE id = :id\") int size(long id);"
                + "@Query(\"SELECT name FROM employees\") List<String> names();"
                + "@Query(\"SELECT size FROM events ORDER BY id LIMIT 10\")"
                + " List<Integer> first();"));
  }

  @Test
  void aSortOfALargeCollectionNamesTheIndex() throws IOException {
    List<String> said =
        said(
            List.of(),
            "@Query(\"SELECT id FROM events WHERE at > :at ORDER BY size\")"
                + " List<Long> of(java.time.Instant at);");
    assertTrue(
        said.stream()
            .anyMatch(
                each ->
                    each.contains(
                        "[TemporarySort] the statement sorts rows of events, which is large; mark"
                            + " size as @Indexed")),
        said::toString);
  }

  @Test
  void anUpdateThatKeepsTheVersionIsNoted() throws IOException {
    assertEquals(
        List.of(
            "NOTE [VersionUnchanged] the UPDATE leaves customers.version as it is, so concurrent"
                + " updates do not see this change; add version = version + 1"),
        said(List.of(), "@Query(\"UPDATE customers SET age = :age\") int set(int age);"));
  }

  @Test
  void deprecatedCodeIsUsedWithoutAWarning() throws IOException {
    String collection =
        IMPORTS
            + "@Collection(\"parts\") public record Part(@Id long id,"
            + " String oldName, Size size, @Embedded Shape shape, Maker maker) {"
            + " @Deprecated public String oldName() { return oldName; }"
            + " @Deprecated(forRemoval = true) public enum Size {S, L}"
            + " public record Shape(int corners, int sides) {"
            + " @Deprecated public int corners() { return corners; } }"
            + " @Deprecated public record Maker(String name, String city) {} }";
    String dao =
        IMPORTS
            + "@Dao public interface Parts {"
            + " @Deprecated @Query(\"SELECT old_name FROM parts\") List<String> names(); }";
    String key =
        IMPORTS
            + "@Deprecated @Collection(\"seats\")"
            + " public record Seat(@Id int row, @Id int number, String name) {}";
    Compiled compiled =
        Compiled.run(
            Compiler.JAVAC,
            output,
            List.of("-Xlint:all,-processing", "-Werror"),
            List.of(new CollectionProcessor(), new DaoProcessor()),
            collection,
            dao,
            key);
    assertEquals(List.of(), compiled.errors());
    assertTrue(Files.exists(output.resolve("shop/SeatKey.class")));
  }

  /** A wrong type is only found where the reader understands the statement. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH few AS (SELECT id FROM customers) SELECT name FROM customers"
            + " WHERE id IN few AND age = :age",
        "SELECT c.name FROM (customers AS c JOIN events AS e ON e.size = c.age) WHERE c.age = :age",
        "SELECT e.kind FROM events AS e LEFT JOIN (customers AS c JOIN employees AS m"
            + " ON m.name = c.name) ON e.size = c.age WHERE c.age = :age"
      })
  void namesBehindInAndJoinsInParenthesesAreUnderstood(String sql) throws IOException {
    String method = "@Query(\"" + sql + "\") List<String> of(String age);";
    assertEquals(
        List.of(
            "ERROR [ParameterType] parameter age has type String, but stands for customers.age of"
                + " type int; pass that"),
        said(List.of("-Adbrazor.plans=off"), method));
  }

  @Test
  void whatALeftJoinOfSeveralLeavesOutMayBeNull() throws IOException {
    String joined =
        " JOIN (customers AS c JOIN employees AS m ON m.name = c.name) ON e.size = c.age";
    String method = "@Query(\"SELECT m.name AS name FROM events AS e%s\") List<String> of();";
    List<String> options = List.of("-Adbrazor.plans=off");
    assertEquals(List.of(), said(options, method.formatted(joined)));
    List<String> left = said(options, method.formatted(" LEFT" + joined));
    assertEquals(1, left.size(), left::toString);
    assertTrue(
        left.get(0).startsWith("ERROR [NullableColumn] column name may be NULL"), left.get(0));
  }

  @Test
  void cascadesAreAmongTheChanges() throws IOException {
    List<String> sources = collections();
    sources.add(
        IMPORTS
            + "@Dao interface Gone { @Query(\"DELETE FROM customers WHERE age = :age\")"
            + " int of(int age); @Query(\"SELECT count(*) FROM orders\") long orders(); }");
    Compiled compiled = compile(output, List.of(), List.of(), sources);
    assertEquals(List.of(), compiled.errors());
    String written = Files.readString(output.resolve("shop/GoneImpl.java"));
    assertTrue(
        written
            .replaceAll("\\s+", " ")
            .contains(
                "\"shop.Gone.of\", \"DELETE customers\", true,"
                    + " List.of(\"customers\", \"orders\"), List.of(\"customers\", \"orders\"),"),
        written);
    assertTrue(
        written
            .replaceAll("\\s+", " ")
            .contains(
                "\"shop.Gone.orders\", \"SELECT orders\", false, List.of(\"orders\"), List.of(),"),
        written);
  }

  @Test
  void anUnknownOptionIsAnError() throws IOException {
    assertEquals(
        List.of(
            "ERROR [PlansOption] -Adbrazor.plans=loud is unknown; write off, note, warning or"
                + " error"),
        said(List.of("-Adbrazor.plans=loud"), ""));
  }

  @Test
  void theClassOfANestedInterfaceHasBothNames() throws IOException {
    List<String> sources = collections();
    sources.add(
        IMPORTS + "class Shop { @Dao interface Reads { @Query(\"SELECT 1\") int one(); } }");
    assertEquals(List.of(), compile(output, List.of(), List.of(), sources).errors());
    assertTrue(
        Files.readString(output.resolve("shop/Shop_ReadsImpl.java"))
            .contains("final class Shop_ReadsImpl extends SqlDao implements Shop.Reads"));
  }

  @Test
  void inheritedStatementsAreImplemented() throws IOException {
    List<String> sources = collections();
    sources.add(
        IMPORTS
            + "interface Base { @Query(\"SELECT count(*) FROM events WHERE id = 1\") long n(); }");
    sources.add(IMPORTS + "@Dao interface Sub extends Base {}");
    assertEquals(List.of(), compile(output, List.of(), List.of(), sources).errors());
    assertTrue(Files.readString(output.resolve("shop/SubImpl.java")).contains("public long n()"));
  }

  @Test
  void aMistakeInAnInheritedStatementIsToldAtTheInterface() throws IOException {
    List<String> sources = collections();
    sources.add(IMPORTS + "interface Base { @Query(\"SELECT nothing FROM events\") long n(); }");
    sources.add(IMPORTS + "@Dao interface Sub extends Base {}");
    List<Compiled.Said> errors = compile(output, List.of(), List.of(), sources).errors();
    assertEquals(1, errors.size());
    assertEquals(4, errors.get(0).line());
  }

  @ParameterizedTest
  @EnumSource
  void collectionsOfTheClassPathAreKnown(Compiler compiler) throws IOException {
    Path library = output.resolve("library");
    Compiled first =
        Compiled.run(
            compiler,
            library,
            List.of(),
            List.of(new CollectionProcessor(), new IndexProcessor()),
            collections().toArray(String[]::new));
    assertEquals(List.of(), first.errors());
    String source =
        "package app;\nimport dev.dbrazor.annotation.*;\nimport java.util.Optional;\n"
            + "@Dao interface Reports {\n"
            + "  @Query(\"SELECT * FROM customers WHERE balance > :limit\")\n"
            + "  Optional<shop.Customer> above(java.math.BigDecimal limit);\n"
            + "  @Query(\"SELECT agee FROM customers\") Optional<Integer> age();\n"
            + "}\n";
    Compiled second =
        Compiled.run(
            compiler,
            output.resolve("app"),
            List.of("-proc:only", "-cp", library + ":" + System.getProperty("java.class.path")),
            List.of(new DaoProcessor()),
            source);
    assertEquals(
        List.of(
            "[UnknownColumn] no column agee; customers has address, address_city, age, balance,"
                + " email, id, joined_at, name, nickname, tags, tier, version"),
        second.errors().stream().map(Compiled.Said::text).toList());
  }

  @Test
  void interfacesWaitForGeneratedTypes() throws IOException {
    List<String> sources = collections();
    sources.add(
        IMPORTS
            + "@Dao interface Waits { @Query(\"SELECT name, age FROM customers\") List<Late> all();"
            + " }");
    Processor late = new LateTypeProcessor("shop.Late", "record Late(String name, int age) {}");
    assertEquals(List.of(), compile(output, List.of(), List.of(late), sources).errors());
    assertTrue(Files.readString(output.resolve("shop/WaitsImpl.java")).contains("new Late("));
  }

  @Test
  void missingTypesAreExplained() throws IOException {
    assertTrue(
        said(List.of(), "@Query(\"SELECT name FROM customers\") List<Missing> all();").stream()
            .anyMatch(
                each -> each.startsWith("NOTE [UnresolvedType] nothing is generated for Bad")));
  }

  @Test
  void oneWrongInterfaceDoesNotHideAnother() throws IOException {
    List<String> sources = collections();
    sources.add(
        IMPORTS + "@Dao interface Wrong { @Query(\"SELECT nothing FROM events\") long n(); }");
    sources.add(
        IMPORTS
            + "@Dao interface Right { @Query(\"SELECT count(*) FROM events WHERE id = 1\") long"
            + " n(); }");
    assertEquals(1, compile(output, List.of(), List.of(), sources).errors().size());
    assertTrue(Files.exists(output.resolve("shop/RightImpl.java")));
    assertTrue(Files.notExists(output.resolve("shop/WrongImpl.java")));
  }

  @Test
  void aBrokenCollectionIsToldOnceAndNotByItsStatements() throws IOException {
    List<String> sources =
        List.of(
            IMPORTS + "@Collection(\"broken\") record Broken(@Id long id, Object data) {}",
            IMPORTS
                + "@Dao interface Uses { @Query(\"SELECT data FROM broken\") List<String> all();"
                + " }");
    List<Compiled.Said> errors = compile(output, List.of(), List.of(), sources).errors();
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).text().startsWith("[UnsupportedType]"));
  }

  @Test
  void withoutTheEngineTheSignatureDecides() throws IOException {
    List<String> sources = collections();
    sources.add(
        IMPORTS
            + "@Dao interface Bad { @Query(\"SELECT name, age FROM customers\") List<Person> all();"
            + " @Query(\"DELETE FROM customers\") int clear(); record Person(String name, int age)"
            + " {} }");
    Compiled compiled = compile(output, List.of("-Adbrazor.verify=off"), List.of(), sources);
    assertEquals(List.of(), compiled.errors());
    assertTrue(Files.readString(output.resolve("shop/BadImpl.java")).contains("row.int32(1)"));
  }

  private List<String> said(List<String> options, String methods) throws IOException {
    List<String> sources = collections();
    sources.add(IMPORTS + "@Dao interface Bad {\n" + methods + "\n}");
    return compile(output, options, List.of(), sources).said().stream()
        .filter(each -> each.text().startsWith("["))
        .map(each -> each.kind() + " " + each.text())
        .toList();
  }

  private static Compiled compile(
      Path output, List<String> options, List<Processor> more, List<String> sources) {
    List<Processor> processors = new ArrayList<>(more);
    processors.add(new CollectionProcessor());
    processors.add(new DaoProcessor());
    List<String> all = new ArrayList<>(options);
    all.add("-proc:only");
    return Compiled.run(Compiler.JAVAC, output, all, processors, sources.toArray(String[]::new));
  }

  private static List<String> collections() throws IOException {
    List<String> sources = new ArrayList<>(DaoFixturesTest.sources());
    sources.removeIf(each -> each.contains("@Dao"));
    return sources;
  }
}
