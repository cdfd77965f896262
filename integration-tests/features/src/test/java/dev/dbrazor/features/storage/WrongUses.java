package dev.dbrazor.features.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Uses that must not compile, each followed by what javac says of it, indented; rewritten by {@code
 * -Dfixtures.rewrite=true}.
 */
public final class WrongUses {
  private static final Path FOLDER = Path.of("src/test/resources/wrong");
  private static final String INDENT = "    ";

  private final Path file;
  private final String source;
  private final Path output;

  /**
   * @param source with a place for one use
   */
  public WrongUses(String name, String source, Path output) {
    this.file = FOLDER.resolve(name);
    this.source = source;
    this.output = output;
  }

  /** A test for each. */
  public Stream<DynamicTest> tests() throws IOException {
    Map<String, List<String>> uses = new LinkedHashMap<>();
    List<String> said = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(INDENT)) {
        said.add(line.strip());
      } else {
        said = new ArrayList<>();
        uses.put(line, said);
      }
    }
    if (Boolean.getBoolean("fixtures.rewrite")) {
      uses.replaceAll((use, before) -> said(use));
      List<String> lines = new ArrayList<>();
      uses.forEach(
          (use, errors) -> {
            lines.add(use);
            errors.forEach(error -> lines.add(INDENT + error));
          });
      Files.write(file, lines);
    }
    return uses.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      assertFalse(each.getValue().isEmpty(), "it compiles");
                      assertEquals(each.getValue(), said(each.getKey()));
                    }));
  }

  /** Each error as {@code line: text}: its first line, and the symbol that is not found. */
  private List<String> said(String use) {
    int shift = (int) source.lines().takeWhile(line -> !line.contains("%s")).count();
    return Compilation.of(output, Map.of("user.User", source.formatted(use))).errors().stream()
        .map(error -> shortened(error, shift))
        .toList();
  }

  private static String shortened(String error, int shift) {
    List<String> lines = error.lines().map(String::strip).toList();
    String symbol =
        lines.stream().filter(line -> line.startsWith("symbol:")).findFirst().orElse("");
    int colon = lines.get(0).indexOf(':');
    int line = Integer.parseInt(lines.get(0).substring(0, colon)) - shift;
    String text = line + lines.get(0).substring(colon) + " " + symbol;
    return text.replaceAll("\\s+", " ").strip();
  }
}
