package dev.dbrazor.features.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other locales, encodings, time zones and paths: each in its own virtual machine. */
class MachineTest {
  @TempDir Path directory;

  @Test
  void aTurkishLocale() throws IOException, InterruptedException {
    runsFine("-Duser.language=tr", "-Duser.country=TR");
  }

  @Test
  void anArabicLocaleWithItsOwnDigits() throws IOException, InterruptedException {
    runsFine("-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab");
  }

  @Test
  void anAsciiEncoding() throws IOException, InterruptedException {
    runsFine("-Dfile.encoding=US-ASCII");
  }

  @Test
  void aTimeZoneWithHalfHours() throws IOException, InterruptedException {
    runsFine("-Duser.timezone=Asia/Kolkata");
  }

  @Test
  void aDirectoryWithSpacesAndUnicode() throws IOException, InterruptedException {
    Path odd = Files.createDirectories(directory.resolve("a b%20#\u00E4\u0131\u4E2D"));
    try (Database db = Database.open(odd.resolve("c d.db"))) {
      new CardDao(db);
    }
    try (Stream<Path> files = Files.list(odd)) {
      assertEquals(List.of("c d.db"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void inMemoryLeavesNoFile() throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(directory.resolve("temporary"));
    JavaProcess.run(directory, List.of("-Djava.io.tmpdir=" + temporary), InMemory.class);
    try (Stream<Path> left = Files.walk(temporary)) {
      assertEquals(
          List.of(),
          left.filter(Files::isRegularFile)
              .filter(f -> !f.getFileName().toString().contains("sqlitejdbc"))
              .toList());
    }
  }

  private void runsFine(String... options) throws IOException, InterruptedException {
    Path file = directory.resolve("program.db");
    String printed = JavaProcess.run(directory, List.of(options), Program.class, file.toString());
    assertTrue(printed.endsWith("fine" + System.lineSeparator()), printed);
  }

  /** Opens and fills a database in memory. */
  static final class InMemory {
    private InMemory() {}

    public static void main(String[] arguments) {
      try (Database db = Database.inMemory()) {
        new CardDao(db).count();
      }
    }
  }
}
