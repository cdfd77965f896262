package dev.dbrazor.benchmarks.schema;

import dev.dbrazor.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a file costs whose schema has not changed.
 *
 * @param first microseconds to make the DAOs of all collections, whose schema is looked at
 * @param again microseconds to make them once more, when there is nothing to look at
 */
record Opened(int collections, double first, double again) {
  static Opened measured(Path work, int collections, int rounds)
      throws IOException, ReflectiveOperationException {
    Files.createDirectories(work);
    Function<Database, ?> daos = new Releases(work).many(collections);
    Path file = work.resolve("many.db");
    List<Double> first = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    for (int round = -rounds; round < rounds; round++) {
      try (Database db = Database.open(file)) {
        double one = microseconds(daos, db);
        double other = microseconds(daos, db);
        if (round >= 0) {
          first.add(one);
          again.add(other);
        }
      }
    }
    return new Opened(collections, SchemaCosts.median(first), SchemaCosts.median(again));
  }

  private static double microseconds(Function<Database, ?> daos, Database db) {
    long start = System.nanoTime();
    daos.apply(db);
    return (System.nanoTime() - start) / 1e3;
  }

  List<String> lines() {
    return List.of(
        SchemaCosts.text(
            "| the check of %d unchanged collections: their DAOs made in %.0f µs, once more in %.0f µs | %.0f µs | < 200 µs |",
            collections, first, again, first - again));
  }
}
