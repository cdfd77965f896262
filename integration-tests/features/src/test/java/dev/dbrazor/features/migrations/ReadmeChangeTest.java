package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a changed record is what the build says and what the file becomes. */
class ReadmeChangeTest {
  @TempDir Path work;

  private static String block(String comment) throws IOException {
    Pattern pattern =
        Pattern.compile("<!-- " + comment + "[^>]*-->\\s*```\\w+\\n(.*?)```", Pattern.DOTALL);
    Matcher matcher = pattern.matcher(Files.readString(Path.of("../../README.md")));
    assertTrue(matcher.find(), comment);
    return matcher.group(1);
  }

  @Test
  void theBuildSaysWhatTheReadmeSays() throws IOException {
    Program.of(work, block("version 1"));
    Compilation refused = Program.compile(work, block("refused by ReadmeChangeTest"), false);
    assertFalse(refused.success());
    // javac indents all lines but the first by two
    String said =
        refused
            .errors()
            .get(0)
            .replaceFirst("^\\d+: ", "")
            .replace(work.resolve("tree").toString(), "src/main/dbrazor")
            .replace("\n  ", "\n");
    assertEquals(block("what it says"), said + "\n");
  }

  @Test
  void aFileOfTheFirstVersionBecomesTheSecond() throws IOException {
    Path file = work.resolve("shop.db");
    Program.of(work, block("version 1")).run(file);
    try (Database db = Database.open(file)) {
      db.execute("INSERT INTO customers VALUES (1, 'Ada', '0042')");
    }
    assertEquals(
        "Customer[id=1, fullName=Ada, letters=3]", Program.of(work, block("version 2")).run(file));
  }
}
