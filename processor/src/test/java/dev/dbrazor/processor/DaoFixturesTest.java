package dev.dbrazor.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.processor.Compiled.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interface that is right: what is generated from it, and that it compiles strictly. */
class DaoFixturesTest {
  private static final Path GOOD = Path.of("src/test/resources/fixtures/good-dao");
  private static final Path EXPECTED = Path.of("src/test/resources/fixtures/expected-dao");

  @TempDir Path output;

  @ParameterizedTest
  @EnumSource
  void generatesTheExpectedFilesWithoutAWord(Compiler compiler) throws IOException {
    List<String> options =
        compiler == Compiler.JAVAC ? List.of("-Xlint:all,-processing", "-Werror") : List.of();
    Compiled compiled = compile(compiler, output, options);
    assertEquals(
        List.of(),
        compiled.said().stream()
            .filter(each -> each.kind() != Diagnostic.Kind.NOTE || each.text().startsWith("["))
            .filter(each -> compiler == Compiler.JAVAC || each.kind() == Diagnostic.Kind.ERROR)
            .toList());
    expect("ReportsImpl.java.txt", output.resolve("shop/ReportsImpl.java"));
    expect("statements.json", output.resolve("META-INF/dbrazor/statements.json"));
  }

  @Test
  void twoRunsGiveTheSameBytes() throws IOException {
    compile(Compiler.JAVAC, output.resolve("1"), List.of());
    compile(Compiler.JAVAC, output.resolve("2"), List.of());
    for (String file : List.of("shop/ReportsImpl.java", "META-INF/dbrazor/statements.json")) {
      assertEquals(
          Files.readString(output.resolve("1").resolve(file)),
          Files.readString(output.resolve("2").resolve(file)));
    }
  }

  private static Compiled compile(Compiler compiler, Path output, List<String> options)
      throws IOException {
    return Compiled.run(
        compiler,
        output,
        options,
        List.of(new CollectionProcessor(), new IndexProcessor(), new DaoProcessor()),
        sources().toArray(String[]::new));
  }

  /** The collections, which the fixtures of {@code bad-dao} use too, and the interface. */
  static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(GOOD)) {
      for (Path file : files.sorted().toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }

  private static void expect(String name, Path generated) throws IOException {
    String text = Files.readString(generated);
    if (Boolean.getBoolean("fixtures.rewrite")) {
      Files.writeString(EXPECTED.resolve(name), text);
    }
    assertEquals(Files.readString(EXPECTED.resolve(name)), text);
  }
}
