package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many statements, streams and databases that nobody closes, in processes of their own. */
class LeakTest {
  @TempDir Path directory;

  @BeforeEach
  void requireProc() {
    assumeTrue(Machine.isKnown(), "memory and files are read from /proc");
  }

  @Test
  void distinctStatementsLeaveNoMemoryBehind() throws Exception {
    int texts = Figures.number("texts", 20_000);
    List<String> heap = List.of("-Xms96m", "-Xmx96m", "-XX:+AlwaysPreTouch");
    try (Child child =
        Child.start(List.of(), heap, TextFlood.class, directory.resolve("texts.db"), texts)) {
      String last = child.result("grown ");
      long kib = Long.parseLong(last.substring(6));
      assertTrue(kib < 32 * 1024, last);
      Figures.print("%d distinct SQL texts: memory of the process %+d KiB", texts, kib);
    }
  }

  @Test
  void abandonedStreamsAreReclaimed() throws Exception {
    abandon("streams", Figures.number("streams", 100));
  }

  @Test
  void abandonedDatabasesAreReclaimed() throws Exception {
    abandon("databases", Figures.number("databases", 10));
  }

  private void abandon(String what, int count) throws Exception {
    try (Child child =
        Child.start(List.of(), List.of("-Xmx64m"), Abandoner.class, directory, what, count)) {
      String last = child.result("most ");
      assertTrue(last.endsWith(" last 0"), last);
      String[] words = last.split(" ");
      Figures.print(
          "%d abandoned %s: at most %s files open and %s threads, 0 files at the end",
          count, what, words[1], words[2]);
    }
  }
}
