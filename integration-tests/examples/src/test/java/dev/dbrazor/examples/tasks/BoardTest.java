package dev.dbrazor.examples.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The board follows the other process to the end. */
@Timeout(120)
class BoardTest {
  @Test
  void theBoardShowsTheWorkOfAnotherProcessAndItsAudit(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      new Board(out).run(folder.resolve("tasks.db"));
    }
    String printed = bytes.toString(StandardCharsets.UTF_8);
    String[] pictures = printed.split("\033\\[H\033\\[2J");
    assertEquals(
        List.of(
            "OPEN     Buy bread",
            "OPEN     Write the report",
            "OPEN     Water the plants",
            "OPEN     Call Ada"),
        pictures[1].lines().toList());
    List<String> last = pictures[pictures.length - 1].lines().toList();
    assertEquals(
        List.of(
            "DONE     Buy bread",
            "DONE     Write the report",
            "DONE     Water the plants",
            "DONE     Call Ada"),
        last.subList(0, 4));
    assertEquals(
        List.of("board OPEN", "worker STARTED", "worker DONE"),
        last.subList(4, 7).stream()
            .map(line -> line.replaceAll("^\\S+ (\\w+) .*state=(\\w+).*$", "$1 $2"))
            .toList());
    assertTrue(last.get(7).endsWith("read 1 time(s)"), last.get(7));
  }
}
