package dev.dbrazor.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A double in the array behind {@code in} is the very double that binding it would give. */
class DoublesInListsTest {
  private static final int CHUNK = 10_000;

  @Test
  void millionDoublesSurviveJsonEach(@TempDir Path directory) {
    SplittableRandom random = new SplittableRandom(20240229);
    try (ScratchTable table = new ScratchTable(directory, "REAL");
        DriverStatement each = table.prepare("SELECT value FROM json_each(?)")) {
      assertSurvive(each, extremes());
      for (int chunk = 0; chunk < 1_000_000 / CHUNK; chunk++) {
        List<Double> values = new ArrayList<>(CHUNK);
        for (int i = 0; i < CHUNK; i++) {
          values.add(next(random, i % 4));
        }
        assertSurvive(each, values);
      }
    }
  }

  private static List<Double> extremes() {
    return List.of(
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Math.nextDown(Double.MIN_NORMAL),
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.0,
        1e22,
        1e23,
        0x1p53 + 2,
        2.2250738585072011e-308);
  }

  private static double next(SplittableRandom random, int kind) {
    return switch (kind) {
      case 0 -> finite(random);
      case 1 -> random.nextDouble() * 1e6;
      case 2 -> Math.round(random.nextDouble() * 1e10) / 100.0;
      default -> Double.longBitsToDouble(random.nextLong() >>> 12); // subnormal
    };
  }

  private static double finite(SplittableRandom random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : 0.5;
  }

  private static void assertSurvive(DriverStatement each, List<Double> values) {
    each.bindText(1, Json.array(values));
    for (double value : values) {
      each.step();
      assertEquals(value + 0.0, each.float64(0));
    }
    each.reset();
  }
}
