package dev.dbrazor.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.processor.Compiled.Compiler;
import dev.dbrazor.processor.Compiled.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each fixture under {@code bad} has one mistake, and on its line the one error it must give:
 * {@code // error: [Tag] message}. With {@code -Dfixtures.rewrite=true} the messages in the
 * fixtures are rewritten; the lines stay what they are.
 */
class BadFixturesTest {
  private static final Path BAD = Path.of("src/test/resources/fixtures/bad");
  private static final String MARK = "// error:";

  @TempDir Path output;

  @TestFactory
  Stream<DynamicTest> javacGivesTheOneErrorOnItsLine() throws IOException {
    return tests(Compiler.JAVAC);
  }

  @TestFactory
  Stream<DynamicTest> eclipseGivesTheOneError() throws IOException {
    return tests(Compiler.ECLIPSE);
  }

  private Stream<DynamicTest> tests(Compiler compiler) throws IOException {
    try (Stream<Path> files = Files.list(BAD)) {
      return files.sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(), () -> check(compiler, file)));
    }
  }

  private void check(Compiler compiler, Path file) throws IOException {
    String source = Files.readString(file);
    List<Said> errors =
        Compiled.processed(compiler, output.resolve(file.getFileName()), source).errors();
    if (Boolean.getBoolean("fixtures.rewrite") && errors.size() == 1) {
      String message = MARK + " " + errors.get(0).text();
      source = source.replaceAll(MARK + ".*", Matcher.quoteReplacement(message));
      Files.writeString(file, source);
    }
    assertEquals(expected(compiler, source), told(compiler, errors));
  }

  private static String expected(Compiler compiler, String source) {
    List<String> lines = source.lines().toList();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      int at = lines.get(i).indexOf(MARK);
      if (at >= 0) {
        expected.append(line(compiler, i + 1L));
        expected.append(lines.get(i).substring(at + MARK.length()).strip());
      }
    }
    return expected.toString();
  }

  private static String told(Compiler compiler, List<Said> errors) {
    return String.join(
        "\n", errors.stream().map(each -> line(compiler, each.line()) + each.text()).toList());
  }

  /** Eclipse's batch compiler (3.46.100) has no lines for records: its messager skips that kind. */
  private static String line(Compiler compiler, long line) {
    return compiler == Compiler.JAVAC ? line + ": " : "";
  }
}
