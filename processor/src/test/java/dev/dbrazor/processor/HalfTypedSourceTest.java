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
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source is unfinished most of the time that an editor compiles it. */
class HalfTypedSourceTest {
  private static final Path GOOD = Path.of("src/test/resources/fixtures/good");
  private static final Pattern TOKEN = Pattern.compile("\\w+|\"[^\"]*\"|\\S");

  /** A whole walk takes minutes; 1 does it. */
  private static final int STEP = Integer.getInteger("fixtures.step", 5);

  @TempDir Path output;

  /** Cut off after each token: Eclipse mends what is missing and runs processors all the same. */
  @ParameterizedTest
  @EnumSource
  void aSourceCutOffAnywhereNeverCrashesTheProcessor(Compiler compiler) throws IOException {
    List<String> crashes = new ArrayList<>();
    for (String name : List.of("Customer.java", "Order.java")) {
      String source = Files.readString(GOOD.resolve(name));
      Matcher token = TOKEN.matcher(source);
      token.region(source.indexOf("java.util.UUID"), source.length());
      for (int i = 0; token.find(); i++) {
        if (i % STEP != 0) {
          continue;
        }
        crashes.addAll(crashes(compiler, source.substring(0, token.end())));
      }
    }
    assertEquals(List.of(), crashes);
  }

  /** Each token left out: many of these parse, and mean something else. */
  @ParameterizedTest
  @EnumSource
  void aSourceWithOneTokenLessNeverCrashesTheProcessor(Compiler compiler) throws IOException {
    List<String> crashes = new ArrayList<>();
    String source = Files.readString(GOOD.resolve("Customer.java"));
    Matcher token = TOKEN.matcher(source);
    token.region(source.indexOf("@Collection"), source.length());
    for (int i = 0; token.find(); i++) {
      if (i % STEP != 0) {
        continue;
      }
      String less = source.substring(0, token.start()) + source.substring(token.end());
      crashes.addAll(crashes(compiler, less));
    }
    assertEquals(List.of(), crashes);
  }

  /** Eclipse itself fails on {@code Set<>}, whatever the processors; that is not counted. */
  private List<String> crashes(Compiler compiler, String source) {
    return Compiled.processed(compiler, output, source).said().stream()
        .map(Said::text)
        .filter(text -> text.contains("ProcessorCrashed"))
        .toList();
  }
}
