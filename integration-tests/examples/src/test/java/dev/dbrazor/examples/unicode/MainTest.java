package dev.dbrazor.examples.unicode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program over the first characters and compares what it stored with what Java says. */
class MainTest {
  private static final int LAST = 0x27BF;

  @TempDir static Path folder;
  private static Path file;
  private static String printed;

  @BeforeAll
  static void runProgramTwice() throws IOException {
    file = folder.resolve("unicode.db");
    run();
    printed = run();
  }

  private static String run() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      Main.run(file, new Catalogue(0, LAST), out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static IntStream defined() {
    return IntStream.rangeClosed(0, LAST).filter(Character::isDefined);
  }

  @Test
  void storesEveryCharacterJavaDefines() {
    try (Database db = Database.open(file)) {
      assertEquals(defined().count(), new CodePointDao(db).count());
    }
  }

  @Test
  void eachScriptHasTheCharactersJavaGivesIt() {
    try (Database db = Database.open(file)) {
      CodePointDao codePoints = new CodePointDao(db);
      for (UnicodeScript script : UnicodeScript.values()) {
        assertEquals(
            defined().filter(scalar -> UnicodeScript.of(scalar) == script).count(),
            codePoints.where(CodePoint_.script.eq(script)).count(),
            script.name());
      }
    }
  }

  @Test
  void recordsReadBackAsTheyWereMade() {
    try (Database db = Database.open(file)) {
      CodePointDao codePoints = new CodePointDao(db);
      for (int scalar : new int[] {0, 'A', 0xDF, 0x3A3, 0x2167, 0x2028}) {
        CodePoint stored = codePoints.findById(CodePoint.notation(scalar)).orElseThrow();
        assertEquals(Catalogue.codePoint(scalar), Changes.withVersion(stored, 0));
        assertEquals(1, stored.version());
      }
    }
  }

  @Test
  void favouritesAreKeptAndGreekIsStillThere() {
    try (Database db = Database.open(file)) {
      CodePointDao codePoints = new CodePointDao(db);
      List<String> favourites =
          codePoints
              .where(CodePoint_.favourite.isTrue())
              .orderBy(CodePoint_.scalar.asc())
              .select(CodePoint_.notation)
              .toList();
      assertEquals(
          List.of("U+2603", "U+2655", "U+265B", "U+2660", "U+2663", "U+2665", "U+2666"),
          favourites);
      CodePoint snowman = codePoints.findById("U+2603").orElseThrow();
      assertEquals(List.of("SNOWMAN", "WINTER"), snowman.words());
      assertEquals(2, snowman.version());
    }
  }

  @Test
  void findsConnectionsAndStatementsReady() {
    Matcher shares =
        Pattern.compile("([0-9.]+) % of them (one was open and idle|prepared before)")
            .matcher(printed);
    for (int line = 0; line < 2; line++) {
      assertTrue(shares.find(), printed);
      assertTrue(Double.parseDouble(shares.group(1)) >= 95, shares.group());
    }
  }

  @Test
  void printsAnswersAndRefusals() {
    assertPrinted("GREEK SMALL LETTER FINAL SIGMA");
    assertPrinted("MISCELLANEOUS_SYMBOLS, U+2600 to U+26FF");
    assertPrinted("in none");
    assertPrinted("ForeignKeyException");
    assertPrinted("left inside the transaction: 0");
    assertPrinted("component name");
    assertPrinted("expected 1, actual 2");
  }

  private static void assertPrinted(String text) {
    assertTrue(printed.contains(text), () -> "not printed: " + text + " in\n" + printed);
  }
}
