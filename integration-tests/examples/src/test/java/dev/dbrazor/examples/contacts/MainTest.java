package dev.dbrazor.examples.contacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program over a file of its first release. */
class MainTest {
  @TempDir Path folder;

  @Test
  void aFileOfTheFirstReleaseBecomesTheThird() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      Main.run(folder.resolve("contacts.db"), out);
    }
    String printed = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    assertTrue(
        printed.startsWith("contacts: the file is in version 1, the program in 3\nThe plan, for 3"),
        printed);
    assertEquals(
        """
        Contact[id=1, first=Ada, last=Lovelace, phone=1815, circle=friends]
        Contact[id=2, first=Alan Mathison, last=Turing, phone=1912, circle=friends]
        Contact[id=3, first=, last=Plato, phone=null, circle=friends]
        A new address book begins with:
        Contact[id=1, first=Emergency, last=Call, phone=112, circle=everybody]
        """,
        printed.substring(printed.indexOf("Contact[")));
  }
}
