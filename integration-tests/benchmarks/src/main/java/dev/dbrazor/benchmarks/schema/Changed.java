package dev.dbrazor.benchmarks.schema;

import dev.dbrazor.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What it costs to change a table of many rows.
 *
 * @param added milliseconds until a nullable column is there
 * @param addedPages pages written for it
 * @param rebuilt milliseconds until the table is made anew, with a check more
 * @param rebuiltPages pages written for that
 * @param copied milliseconds of the engine's own {@code INSERT … SELECT} into such a table
 */
record Changed(
    int rows, double added, double addedPages, double rebuilt, double rebuiltPages, double copied) {
  private static final String RECORD =
      """
      @Collection(value = "people", version = %d)
      public record Person(@Id long id, String name, String email, %sint age, String city,
          double score%s) {}
      """;
  private static final String COPY =
      """
      CREATE TABLE copied (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        age INTEGER NOT NULL CONSTRAINT age CHECK (age < 1000),
        city TEXT NOT NULL,
        score REAL NOT NULL,
        nickname TEXT
      ) STRICT\
      """;

  static Changed measured(Path work, int rows, int rounds)
      throws IOException, ReflectiveOperationException {
    Files.createDirectories(work);
    Releases releases = new Releases(work);
    String more = ", @Nullable String nickname";
    List<String> name = List.of("Person");
    Function<Database, ?> first = releases.next(name, List.of(RECORD.formatted(1, "", "")));
    Function<Database, ?> second = releases.next(name, List.of(RECORD.formatted(2, "", more)));
    Function<Database, ?> third =
        releases.next(name, List.of(RECORD.formatted(3, "@Check(\"age < 1000\") ", more)));
    Path file = work.resolve("people.db");
    fill(file, first, rows);
    List<double[]> figures = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Path copy = SchemaCosts.copy(file, work.resolve("copy.db"));
      double[] added = change(copy, second);
      double copied = insertSelect(copy);
      double[] rebuilt = change(copy, third);
      figures.add(new double[] {added[0], added[1], rebuilt[0], rebuilt[1], copied});
      SchemaCosts.remove(copy);
    }
    return new Changed(
        rows,
        median(figures, 0),
        median(figures, 1),
        median(figures, 2),
        median(figures, 3),
        median(figures, 4));
  }

  private static double median(List<double[]> figures, int column) {
    return SchemaCosts.median(figures.stream().map(each -> each[column]).toList());
  }

  private static void fill(Path file, Function<Database, ?> first, int rows) {
    try (Database db = Database.open(file)) {
      first.apply(db);
      db.execute(
          "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ?) INSERT INTO people SELECT"
              + " i, 'First Last ' || i, 'someone' || i || '@example.com', i % 90, 'City ' || i %"
              + " 500, i * 0.5 FROM n",
          rows);
    }
  }

  /** Milliseconds and pages of a migration, with the file in memory. */
  private static double[] change(Path file, Function<Database, ?> release) throws IOException {
    try (Database db = Database.open(file)) {
      warm(db);
      long start = System.nanoTime();
      release.apply(db);
      double milliseconds = (System.nanoTime() - start) / 1e6;
      return new double[] {milliseconds, SchemaCosts.pagesInLog(db, file)};
    }
  }

  private static double insertSelect(Path file) {
    try (Database db = Database.open(file)) {
      warm(db);
      long start = System.nanoTime();
      db.transaction(
          () -> {
            db.execute(COPY);
            db.execute("INSERT INTO copied SELECT * FROM people");
          });
      double milliseconds = (System.nanoTime() - start) / 1e6;
      db.execute("DROP TABLE copied");
      return milliseconds;
    }
  }

  private static void warm(Database db) {
    db.query("SELECT sum(length(name)) FROM people", row -> row.int64(0));
  }

  List<String> lines() {
    return List.of(
        SchemaCosts.text(
            "| a nullable column for %,d rows: %.1f ms, %.0f pages written; a rebuild: %,.0f ms, %,.0f pages | %.2f %% of the time | rows are not written |",
            rows, added, addedPages, rebuilt, rebuiltPages, 100 * added / rebuilt),
        SchemaCosts.text(
            "| rebuild of %,d rows: %,.0f ms; the engine's own INSERT … SELECT: %,.0f ms | %.0f %% of its speed | ≥ 60 %% |",
            rows, rebuilt, copied, 100 * copied / rebuilt));
  }
}
