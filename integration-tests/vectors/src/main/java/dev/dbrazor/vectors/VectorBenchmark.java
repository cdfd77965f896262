package dev.dbrazor.vectors;

import dev.dbrazor.Database;
import dev.dbrazor.query.Match;
import dev.dbrazor.query.VectorPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures searches over sentence embeddings, and writes one table. With {@code
 * -Dvectors.synthetic} it is over so many made-up vectors instead, without the peers.
 */
public final class VectorBenchmark {
  private static final int K = 10;
  private static final int QUERIES = 200;
  private static final int ROUNDS = 11;
  private static final int WARM_UP = 3_000;

  private static final int ROWS = Integer.getInteger("vectors.rows", 100_000);
  private static final int SYNTHETIC = Integer.getInteger("vectors.synthetic", 0);

  private final Report report = new Report();
  private final List<float[]> queries;
  private final List<float[]> vectors;
  private final List<Set<Integer>> truth = new ArrayList<>();
  private final Path folder;
  private double baseline;
  private String driver = "";

  private VectorBenchmark(List<float[]> all, Path folder) {
    queries = all.subList(0, QUERIES);
    vectors = all.subList(QUERIES, Math.min(all.size(), QUERIES + Math.max(ROWS, SYNTHETIC)));
    this.folder = folder;
  }

  /** Arguments: a folder for what is made once, that of results, sqlite-vec or nothing. */
  public static void main(String[] args) throws IOException, SQLException {
    Path cache = Files.createDirectories(Path.of(args[0]));
    Path folder = Files.createTempDirectory("vectors");
    List<float[]> all =
        SYNTHETIC > 0
            ? new Mixture(1).next(QUERIES + SYNTHETIC)
            : Embeddings.of(cache.resolve("wordnet.f32"));
    VectorBenchmark benchmark = new VectorBenchmark(all, folder);
    try {
      benchmark.run(args.length > 2 ? Path.of(args[2]) : null);
    } finally {
      delete(folder);
    }
    benchmark.write(Path.of(args[1]));
  }

  private void write(Path results) throws IOException {
    String name = "jdk-" + Runtime.version().feature();
    if (SYNTHETIC > 0) {
      String what = "made-up vectors around 5,000 topics, " + QUERIES + " others as queries";
      Path file = results.resolve(name + "-synthetic-" + SYNTHETIC + ".md");
      report.write(file, what, driver, vectors.size(), K);
    } else {
      String what =
          "sentence embeddings (all-MiniLM-L6-v2, quantized) of WordNet 3.1 glosses, "
              + QUERIES
              + " others as queries";
      report.write(results.resolve(name + ".md"), what, driver, vectors.size(), K);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private interface Search<E extends Exception> {
    int[] nearest(int query) throws E;
  }

  private interface FilteredSearch<E extends Exception> {
    int[] nearest(int query, boolean exact) throws E;
  }

  private void run(@Nullable Path extension) throws IOException, SQLException {
    Baseline scan = new Baseline(vectors);
    for (float[] query : queries) {
      truth.add(set(scan.nearest(query, K)));
    }
    baseline = measure("scan of floats in memory", 5, q -> scan.nearest(queries.get(q), K));
    ours();
    if (SYNTHETIC == 0) {
      lucene();
    }
    if (SYNTHETIC == 0 && extension != null) {
      sqliteVec(extension);
    }
  }

  private void lucene() throws IOException {
    long start = System.nanoTime();
    try (LuceneGraph graph = new LuceneGraph(folder.resolve("lucene"), vectors)) {
      String name = "Lucene " + LuceneGraph.VERSION + " (HNSW)";
      note(name + ": built, µs a vector", micros(start) / vectors.size());
      note(name + ": on disk, bytes a vector", (double) graph.bytes() / vectors.size());
      for (int looked : new int[] {10, 50, 100, 200}) {
        String among = name + ", best of " + looked;
        measure(among, 1, q -> graph.nearest(queries.get(q), K, looked));
      }
      filtered(
          name, 1, (q, exact) -> graph.nearest(queries.get(q), K, exact ? ROWS : 100, q % 100));
      start = System.nanoTime();
      for (int i = 0; i < QUERIES; i++) {
        graph.update(i, queries.get(i));
      }
      note(name + ": update of a vector, committed to disk, µs", micros(start) / QUERIES);
      start = System.nanoTime();
      graph.nearest(queries.get(0), K, K);
      note(name + ": the search after 200 updates, µs", micros(start));
    }
  }

  private void sqliteVec(Path extension) throws SQLException {
    long start = System.nanoTime();
    try (SqliteVec other = new SqliteVec(extension, folder.resolve("vec.db"), vectors)) {
      note("sqlite-vec: insert, µs each", micros(start) / vectors.size());
      note("sqlite-vec: on disk, bytes a vector", other.bytes() / vectors.size());
      measure("sqlite-vec", 10, q -> other.nearest(queries.get(q), K));
      filtered("sqlite-vec", 10, (q, exact) -> other.nearest(queries.get(q), K, q % 100));
      start = System.nanoTime();
      for (int i = 0; i < QUERIES; i++) {
        other.update(i, queries.get(i));
      }
      note("sqlite-vec: update of a vector, committed to disk, µs", micros(start) / QUERIES);
    }
  }

  private static Set<Integer> set(int[] places) {
    return Arrays.stream(places).boxed().collect(Collectors.toSet());
  }

  private static double micros(long start) {
    return (System.nanoTime() - start) / 1e3;
  }

  /** The best of some rounds, each over a part of the queries. */
  private <E extends Exception> double measure(String name, int part, Search<E> search) throws E {
    double best = Double.MAX_VALUE;
    int found = 0;
    int asked = QUERIES / part;
    for (int round = 0; round < ROUNDS; round++) {
      found = 0;
      long start = System.nanoTime();
      for (int q = 0; q < asked; q++) {
        for (int place : search.nearest(q)) {
          found += truth.get(q).contains(place) ? 1 : 0;
        }
      }
      best = Math.min(best, micros(start) / asked);
    }
    double ratio = baseline == 0 ? 1 : baseline / best;
    report.search(name, best, ratio, (double) found / (K * asked));
    return best;
  }

  private void note(String name, double value) {
    report.note(name, value);
  }

  private void ours() {
    Path file = folder.resolve("glosses.db");
    try (Database db = Database.open(file)) {
      driver = db.driver().name();
      GlossDao glosses = new GlossDao(db);
      insert(db, glosses);
      long before = used();
      long start = System.nanoTime();
      glosses.nearest(Gloss_.embedding, queries.get(0), K);
      note(
          "sketches made and stored by the first search, µs a vector",
          micros(start) / vectors.size());
      note("memory, bytes a vector", (double) (used() - before) / vectors.size());
      for (int i = 0; i < WARM_UP; i++) {
        glosses.nearest(Gloss_.embedding, queries.get(i % QUERIES), K);
      }
      measure("DBRazor", 1, q -> places(glosses.nearest(Gloss_.embedding, queries.get(q), K)));
      for (double epsilon : new double[] {1.5, 3}) {
        VectorPath<Gloss> path = Gloss_.embedding.epsilon(epsilon);
        measure(
            "DBRazor, epsilon " + epsilon,
            1,
            q -> places(glosses.nearest(path, queries.get(q), K)));
      }
      measure(
          "DBRazor, exact",
          20,
          q -> places(glosses.nearest(Gloss_.embedding.exact(), queries.get(q), K)));
      filtered("DBRazor", 1, (q, exact) -> filtered(glosses, q, exact));
      update(glosses);
    }
    long start = System.nanoTime();
    try (Database db = Database.open(file)) {
      new GlossDao(db).nearest(Gloss_.embedding, queries.get(0), K);
      note("open the file and search once, sketches kept, ms", micros(start) / 1e3);
    }
  }

  private static int[] places(List<Match<Gloss>> matches) {
    return matches.stream().mapToInt(match -> (int) match.record().id() - 1).toArray();
  }

  private void insert(Database db, GlossDao glosses) {
    PlainGlossDao plain = new PlainGlossDao(db);
    double with = 0;
    double without = 0;
    for (int from = 0; from < vectors.size(); from += 1000) {
      int end = Math.min(from + 1000, vectors.size());
      List<Gloss> batch =
          IntStream.range(from, end).mapToObj(i -> new Gloss(0, i % 100, vectors.get(i))).toList();
      List<PlainGloss> bytes =
          batch.stream()
              .map(each -> new PlainGloss(0, each.bucket(), Embeddings.bytes(each.embedding())))
              .toList();
      // In turn, since the second of two bears the checkpoint.
      boolean plainFirst = from / 1000 % 2 == 0;
      without += plainFirst ? timed(() -> plain.insertAll(bytes)) : 0;
      with += timed(() -> glosses.insertAll(batch));
      without += plainFirst ? 0 : timed(() -> plain.insertAll(bytes));
    }
    note("insert with a vector, µs each", with / vectors.size());
    note("insert of the same bytes without, µs each", without / vectors.size());
  }

  private static double timed(Runnable body) {
    long start = System.nanoTime();
    body.run();
    return micros(start);
  }

  /** One row of a hundred matches; what is exact is told by the same search. */
  private <E extends Exception> void filtered(String name, int part, FilteredSearch<E> search)
      throws E {
    double best = Double.MAX_VALUE;
    int asked = QUERIES / part;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int q = 0; q < asked; q++) {
        search.nearest(q, false);
      }
      best = Math.min(best, micros(start) / asked);
    }
    int found = 0;
    for (int q = 0; q < asked; q++) {
      Set<Integer> exact = set(search.nearest(q, true));
      for (int place : search.nearest(q, false)) {
        found += exact.contains(place) ? 1 : 0;
      }
    }
    double recall = (double) found / (K * asked);
    report.search(name + ", a filter for 1 %", best, baseline / best, recall);
  }

  private int[] filtered(GlossDao glosses, int query, boolean exact) {
    VectorPath<Gloss> path = exact ? Gloss_.embedding.exact() : Gloss_.embedding;
    return places(
        glosses.where(Gloss_.bucket.eq(query % 100)).nearest(path, queries.get(query), K));
  }

  private void update(GlossDao glosses) {
    double updates = 0;
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < QUERIES; i++) {
        glosses.update((long) round * QUERIES + i + 1, Gloss_.embedding.set(queries.get(i)));
      }
      updates += micros(start);
      start = System.nanoTime();
      glosses.nearest(Gloss_.embedding, queries.get(0), K);
      double first = micros(start);
      best = Math.min(best, first);
      if (round == 0) {
        note("the first search after 200 updates, µs", first);
      }
    }
    note("update of a vector, committed to disk, µs", updates / ROUNDS / QUERIES);
    note("the search after 200 others, µs", best);
  }

  /** The least that is seen: the collector counts in regions, some of which are only begun. */
  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
