package dev.dbrazor.examples.unicode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Columns stay aligned whatever stands in them. */
class TableTest {
  private static final int SNOWMAN = 0x26C4;
  private static final int ACUTE = 0x301;

  @Test
  void wideAndCombiningCharactersKeepColumnsAligned() {
    String printed =
        print(
            new Table("", "n")
                .row(Glyph.of(SNOWMAN), "wide")
                .row(Glyph.of(ACUTE), "mark")
                .row(Glyph.of('a'), "letter")
                .row(Glyph.of(7), "bell"));
    assertEquals(
        """
              n
          ----------
          \u26C4  wide
          \u25CC\u0301   mark
          a   letter
          \u2407   bell
        """,
        printed);
  }

  @Test
  void numbersStandToTheRight() {
    assertEquals(
        """
          script      n
          -------------
          Latin       5
          Greek   1,234
        """,
        print(new Table("script", "n").row("Latin", 5).row("Greek", 1234L)));
  }

  private static String print(Table table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      table.print(out);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
