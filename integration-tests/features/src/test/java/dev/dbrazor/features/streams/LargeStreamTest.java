package dev.dbrazor.features.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A result far larger than the heap. The usual run streams 200,000 rows; {@code
 * -Ddbrazor.stream.rows=1000000} the full million.
 */
class LargeStreamTest {
  private static final String ROWS = System.getProperty("dbrazor.stream.rows", "200000");

  @Test
  void aFileLargerThanTheHeapStreams(@TempDir Path directory)
      throws IOException, InterruptedException {
    assertEquals(ROWS, run(directory, directory.resolve("large.db").toString()));
  }

  @Test
  void aDatabaseInMemoryLargerThanTheHeapStreams(@TempDir Path directory)
      throws IOException, InterruptedException {
    assertEquals(ROWS, run(directory, ""));
  }

  private static String run(Path directory, String file) throws IOException, InterruptedException {
    String printed =
        JavaProcess.run(
            directory,
            List.of("-Xmx64m", "-Djava.io.tmpdir=" + directory),
            Large.class,
            ROWS,
            file);
    return printed.lines().reduce((first, last) -> last).orElseThrow();
  }

  /** Stores that many rows of 1 KiB and reads them through two cursors, one behind the other. */
  static final class Large {
    private static final int CHUNK = 2_000;

    private Large() {}

    public static void main(String[] arguments) {
      int rows = Integer.parseInt(arguments[0]);
      try (Database db =
          arguments[1].isEmpty() ? Database.inMemory() : Database.open(Path.of(arguments[1]))) {
        LineDao lines = new LineDao(db);
        store(lines, rows);
        System.out.println(read(lines));
      }
    }

    private static void store(LineDao lines, int rows) {
      for (int from = 0; from < rows; from += CHUNK) {
        List<Line> chunk = new ArrayList<>();
        for (int i = from; i < Math.min(rows, from + CHUNK); i++) {
          chunk.add(Line.of("x".repeat(1_016) + String.format("%08d", i)));
        }
        lines.insertAll(chunk);
      }
    }

    private static long read(LineDao lines) {
      long same = 0;
      try (Stream<Line> first = lines.query().stream();
          Stream<Line> second = lines.query().stream()) {
        Iterator<Line> one = first.iterator();
        Iterator<Line> two = second.iterator();
        while (one.hasNext() && two.hasNext()) {
          same += one.next().equals(two.next()) ? 1 : 0;
        }
      }
      return same;
    }
  }
}
