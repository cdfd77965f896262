package dev.dbrazor.features.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.query.Match;
import dev.dbrazor.query.VectorPath;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exact mode is brute force, and sketches nearly are. */
class ExactTest {
  private static final int FEW = 600;
  private static final int MANY = Integer.getInteger("vectors.rows", 6_000);
  private static final Map<Metric, VectorPath<Item>> PATHS =
      Map.of(
          Metric.COSINE,
          Item_.cosine,
          Metric.L2,
          Item_.l2,
          Metric.L1,
          Item_.l1,
          Metric.DOT,
          Item_.dot);

  private static Database db;
  private static ItemDao items;
  private static float[][] vectors;
  private static Mixture mixture;

  @BeforeAll
  static void open(@TempDir Path directory) {
    db = Database.open(directory.resolve("items.db"));
    items = new ItemDao(db);
    mixture = new Mixture(Item.DIMENSIONS, 1);
    vectors = mixture.next(MANY);
    items.insertAll(Arrays.stream(vectors).map(Item::of).toList());
  }

  @AfterAll
  static void close() {
    db.close();
  }

  private static List<Integer> places(List<Match<Item>> matches) {
    return matches.stream().map(match -> (int) match.record().id() - 1).toList();
  }

  @ParameterizedTest
  @EnumSource
  void theExactModeIsBruteForce(Metric metric) {
    float[][] first = Arrays.copyOf(vectors, FEW);
    for (int i = 0; i < 250; i++) {
      float[] query = mixture.next();
      List<Match<Item>> found =
          items.where(Item_.id.le(FEW)).nearest(PATHS.get(metric).exact(), query, 10);

      assertEquals(BruteForce.nearest(metric, first, query, 10), places(found));
      for (Match<Item> match : found) {
        float[] vector = vectors[(int) match.record().id() - 1];
        assertEquals(BruteForce.distance(metric, vector, query), match.distance(), 1e-9);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nearlyAllNeighboursAreFoundAmongMany(Metric metric) {
    int queries = 100;
    long found = 0;
    for (int i = 0; i < queries; i++) {
      float[] query = mixture.next();
      List<Integer> near = places(items.nearest(PATHS.get(metric), query, 10));
      assertEquals(10, near.size());
      found +=
          BruteForce.nearest(metric, vectors, query, 10).stream().filter(near::contains).count();
    }
    assertTrue(found >= 990 * queries / 100, "found " + found + " of " + 10 * queries);
  }

  @ParameterizedTest
  @EnumSource
  void aFilterLeavesTheNearestThatMatch(Metric metric) {
    long found = 0;
    int queries = 50;
    for (int i = 0; i < queries; i++) {
      float[] query = mixture.next();
      List<Integer> near =
          places(items.where(Item_.id.gt(MANY / 2)).nearest(PATHS.get(metric), query, 10));
      assertEquals(10, near.size());
      float[][] second = Arrays.copyOfRange(vectors, MANY / 2, MANY);
      found +=
          BruteForce.nearest(metric, second, query, 10).stream()
              .filter(place -> near.contains(place + MANY / 2))
              .count();
    }
    assertTrue(found >= 495 * queries / 50, "found " + found + " of " + 10 * queries);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "L1")
  void aLargerEpsilonFindsMore(Metric metric) {
    long narrow = 0;
    long wide = 0;
    for (int i = 0; i < 50; i++) {
      float[] query = mixture.next();
      List<Integer> truth = BruteForce.nearest(metric, vectors, query, 10);
      VectorPath<Item> path = PATHS.get(metric);
      narrow += common(truth, items.nearest(path.epsilon(0.01), query, 10));
      wide += common(truth, items.nearest(path.epsilon(4), query, 10));
    }
    assertTrue(narrow < wide, narrow + " < " + wide);
    assertTrue(wide >= 499, "found " + wide);
  }

  private static long common(List<Integer> truth, List<Match<Item>> found) {
    return truth.stream().filter(places(found)::contains).count();
  }
}
