package dev.dbrazor.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.processor.Compiled.Compiler;
import dev.dbrazor.processor.Compiled.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each fixture under {@code bad-dao} has one mistake in a {@code @Dao} interface, and on its line
 * the one error it must give; rewritten as those of {@link BadFixturesTest} are.
 */
class BadDaoFixturesTest {
  private static final Path BAD = Path.of("src/test/resources/fixtures/bad-dao");
  private static final String MARK = "// error:";

  @TempDir Path output;

  @TestFactory
  Stream<DynamicTest> javacGivesTheOneErrorOnItsLine() throws IOException {
    try (Stream<Path> files = Files.list(BAD)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private void check(Path file) throws IOException {
    String source = Files.readString(file);
    List<Said> errors = compile(file.getFileName().toString(), source).errors();
    if (Boolean.getBoolean("fixtures.rewrite") && errors.size() == 1) {
      String message = MARK + " " + errors.get(0).text();
      source = source.replaceAll(MARK + ".*", Matcher.quoteReplacement(message));
      Files.writeString(file, source);
    }
    assertEquals(
        expected(source), errors.stream().map(each -> each.line() + ": " + each.text()).toList());
  }

  private Compiled compile(String name, String source) throws IOException {
    List<String> sources = new ArrayList<>(DaoFixturesTest.sources());
    sources.removeIf(each -> each.contains("@Dao"));
    sources.add(source);
    return Compiled.run(
        Compiler.JAVAC,
        output.resolve(name),
        List.of("-proc:only"),
        List.of(new CollectionProcessor(), new DaoProcessor()),
        sources.toArray(String[]::new));
  }

  private static List<String> expected(String source) {
    List<String> lines = source.lines().toList();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int at = lines.get(i).indexOf(MARK);
      if (at >= 0) {
        expected.add((i + 1) + ": " + lines.get(i).substring(at + MARK.length()).strip());
      }
    }
    return expected;
  }
}
