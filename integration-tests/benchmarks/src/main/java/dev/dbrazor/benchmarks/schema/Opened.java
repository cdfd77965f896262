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
 * @param read microseconds of the first query, before which the engine reads the schema
 * @param first microseconds to make the DAOs of all collections, whose schema is looked at
 * @param again microseconds to make them once more, when there is nothing to look at
 */
record Opened(int collections, double read, double first, double again) {
  static Opened measured(Path work, int collections, int rounds)
      throws IOException, ReflectiveOperationException {
    Files.createDirectories(work);
    Function<Database, ?> daos = new Releases(work).many(collections);
    Path file = work.resolve("many.db");
    List<Double> read = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    for (int round = -rounds; round < rounds; round++) {
      try (Database db = Database.open(file)) {
        double query = microseconds(Opened::query, db);
        double one = microseconds(daos, db);
        double other = microseconds(daos, db);
        if (round >= 0) {
          read.add(query);
          first.add(one);
          again.add(other);
        }
      }
    }
    return new Opened(
        collections,
        SchemaCosts.median(read),
        SchemaCosts.median(first),
        SchemaCosts.median(again));
  }

  private static Object query(Database db) {
    return db.query(
        "SELECT count(*) FROM (SELECT 1 FROM sqlite_schema LIMIT 1)", row -> row.int64(0));
  }

  private static double microseconds(Function<Database, ?> daos, Database db) {
    long start = System.nanoTime();
    daos.apply(db);
    return (System.nanoTime() - start) / 1e3;
  }

  List<String> lines() {
    return List.of(
        SchemaCosts.text(
            "| the check of %d unchanged collections, after a first query, for which the engine reads the schema (%.0f µs): their DAOs made in %.0f µs, once more in %.0f µs | %.0f µs | < 200 µs |",
            collections, read, first, again, first - again));
  }
}
