package dev.dbrazor.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.processor.Compiled.Compiler;
import dev.dbrazor.processor.Compiled.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the processors do with several mistakes, with missing types and with several records. */
class CollectionProcessorTest {
  private static final String IMPORTS =
      "package shop;\nimport dev.dbrazor.annotation.*;\nimport java.util.UUID;\nimport java.util.List;\n";

  @TempDir Path output;

  @ParameterizedTest
  @EnumSource
  void allMistakesOfARecordAreFoundInOneCompilation(Compiler compiler) {
    String source =
        IMPORTS
            + "@Collection(value = \"a b\", version = 0, indexes = @Index(columns = \"x\"))\n"
            + "record Customer<T>(\n"
            + "  @Id @Unique UUID id,\n"
            + "  Object data,\n"
            + "  @Version String version,\n"
            + "  @Decimal(scale = 40) java.math.BigDecimal balance,\n"
            + "  @Check(\";\") int ID,\n"
            + "  @References(Address.class) UUID address,\n"
            + "  Address home) {}\n"
            + "record Address(float[] at, @Id int number) {}\n";
    Compiled compiled = Compiled.processed(compiler, output, source);
    Set<String> found =
        compiled.errors().stream()
            .map(each -> (compiler == Compiler.JAVAC ? each.line() + " " : "") + tag(each))
            .collect(Collectors.toSet());
    List<String> expected =
        List.of(
            "10 DecimalScale",
            "11 DuplicateColumn",
            "11 InvalidCheck",
            "12 ReferenceTarget",
            "14 MisplacedAnnotation",
            "14 VectorMissing",
            "5 InvalidName",
            "5 InvalidVersion",
            "5 UnknownColumn",
            "6 GenericRecord",
            "7 RedundantUnique",
            "8 UnsupportedType",
            "9 VersionType");
    assertEquals(expected.size(), compiled.errors().size());
    assertEquals(
        expected.stream()
            .map(each -> compiler == Compiler.JAVAC ? each : each.replaceAll("\\d+ ", ""))
            .collect(Collectors.toSet()),
        found);
  }

  @Test
  void aMistakeInASharedRecordIsToldOnce() {
    String source =
        IMPORTS
            + "@Collection record One(@Id UUID id, Address a, Address b) {}\n"
            + "@Collection record Two(@Id UUID id, Address a) {}\n"
            + "record Address(Object data, String city) {}\n";
    assertEquals(
        List.of("UnsupportedType"),
        Compiled.processed(Compiler.JAVAC, output, source).errors().stream()
            .map(CollectionProcessorTest::tag)
            .toList());
  }

  @ParameterizedTest
  @EnumSource
  void anErrorInOneRecordDoesNotHideTheClassesOfOthers(Compiler compiler) {
    String source =
        IMPORTS
            + "@Collection record Good(@Id UUID id) {}\n"
            + "@Collection record Bad(String name) {}\n";
    Compiled.processed(compiler, output, source);
    assertTrue(Files.exists(output.resolve("shop/GoodDao.java")));
    assertTrue(Files.notExists(output.resolve("shop/BadDao.java")));
  }

  @ParameterizedTest
  @EnumSource
  void missingTypesAreExplainedAndNothingIsGenerated(Compiler compiler) {
    String source = IMPORTS + "@Collection record Customer(@Id UUID id, Missing missing) {}\n";
    Compiled compiled = Compiled.processed(compiler, output, source);
    List<String> notes =
        compiled.said().stream()
            .filter(each -> each.text().startsWith("[UnresolvedType]"))
            .map(each -> each.kind() + " " + each.text())
            .toList();
    assertEquals(
        List.of(
            Diagnostic.Kind.NOTE
                + " [UnresolvedType] nothing is generated for Customer, since these types do not"
                + " exist: Missing of component \"missing\" of Customer; import or write them"),
        notes.stream().map(each -> each.replace("OTHER", "NOTE")).toList());
    assertTrue(Files.notExists(output.resolve("shop/CustomerDao.java")));
  }

  @ParameterizedTest
  @EnumSource
  void typesThatAnotherProcessorGeneratesAreWaitedFor(Compiler compiler) {
    String source = IMPORTS + "@Collection record Customer(@Id UUID id, List<Late> late) {}\n";
    Compiled compiled =
        Compiled.run(
            compiler,
            output,
            List.of("-proc:only"),
            List.of(
                new CollectionProcessor(),
                new IndexProcessor(),
                new LateTypeProcessor("shop.Late", "record Late(String a, Object b) {}")),
            source);
    assertTrue(Files.exists(output.resolve("shop/Late.java")), compiled::toString);
    assertEquals(
        Set.of(),
        compiled.said().stream()
            .map(Said::text)
            .filter(each -> each.startsWith("[UnresolvedType]"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @EnumSource
  void generatedNestedRecordsAreReadInTheLaterRound(Compiler compiler) {
    String source = IMPORTS + "@Collection record Customer(@Id UUID id, Late late) {}\n";
    Compiled.run(
        compiler,
        output,
        List.of("-proc:only"),
        List.of(
            new CollectionProcessor(),
            new IndexProcessor(),
            new LateTypeProcessor("shop.Late", "record Late(String a, int b) {}")),
        source);
    assertTrue(Files.exists(output.resolve("shop/CustomerDao.java")));
  }

  private static String tag(Said said) {
    String text = said.text();
    return text.startsWith("[") ? text.substring(1, text.indexOf(']')) : text;
  }
}
