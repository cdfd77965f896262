package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.JavaProcess;
import dev.dbrazor.query.Condition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of query shapes is bounded. */
class ShapesTest {
  @Test
  void manyShapesFitIntoASmallHeap(@TempDir Path directory)
      throws IOException, InterruptedException {
    String printed = JavaProcess.run(directory, List.of("-Xmx40m"), Shapes.class);
    assertEquals("done", printed.lines().reduce((a, b) -> b).orElseThrow());
  }

  /** Asks 40,000 questions of different shapes, of 2 KiB of SQL each. */
  static final class Shapes {
    private Shapes() {}

    public static void main(String[] arguments) {
      try (Database db = Database.inMemory()) {
        ItemDao items = new ItemDao(db);
        for (int shape = 0; shape < 40_000; shape++) {
          Condition<Item> condition = Item_.size.eq(shape);
          for (int bit = 0; bit < 16; bit++) {
            Condition<Item> next = Item_.maker.country.contains("x");
            condition = (shape >> bit & 1) == 0 ? condition.and(next) : condition.or(next);
          }
          items.where(condition).exists();
        }
      }
      System.out.println("done");
    }
  }
}
