package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random histories, beside a map that does the same. One that fails is made short before it is
 * told; {@code -Dattacks.seed} repeats a run.
 *
 * <p>Seeds and shrinking are our own: jqwik is made for the JUnit platform 1 and is no longer
 * developed.
 */
class RandomOperationsTest {
  private final long seed = Long.getLong("attacks.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void randomOperationsAgreeWithAModel() {
    int count = Figures.number("operations", 2_000);
    List<Step> history = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      history.add(
          random.nextInt(10) == 0 ? Step.Block.random(random, 1) : Step.Operation.random(random));
    }
    assertAgrees(history);
    Figures.print("%d random operations, seed %d: as the model", count, seed);
  }

  @Test
  void randomNestingsAgreeWithAModel() {
    int count = Figures.number("nestings", 1_000);
    List<Step> history = new ArrayList<>();
    int blocks = 0;
    while (blocks < count) {
      Step.Block block = Step.Block.random(random, 1);
      history.add(block);
      blocks += blocks(block);
    }
    assertAgrees(history);
    Figures.print("%d random nested transactions, seed %d: as the model", blocks, seed);
  }

  private static int blocks(Step step) {
    return step instanceof Step.Block block
        ? 1 + block.steps().stream().mapToInt(RandomOperationsTest::blocks).sum()
        : 0;
  }

  private void assertAgrees(List<Step> history) {
    try {
      run(history);
    } catch (RuntimeException | AssertionError e) {
      List<Step> shortest = new Shrinking(RandomOperationsTest::fails).shortest(history);
      throw new AssertionError("attacks.seed=" + seed + " fails; in short: " + shortest, e);
    }
  }

  private static boolean fails(List<Step> history) {
    try {
      run(history);
      return false;
    } catch (RuntimeException | AssertionError e) {
      return true;
    }
  }

  private static void run(List<Step> history) {
    try (Database db = Database.inMemory()) {
      ModelledCounters counters = new ModelledCounters(db);
      for (Step step : history) {
        counters.run(step);
        counters.compare();
      }
      assertEquals(List.of(), db.verify());
    }
  }

  /** The way itself: a defect planted in the history is all that is left of it. */
  @Test
  void aFailingHistoryIsMadeShort() {
    List<Step> history = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      history.add(Step.Block.random(random, 1));
    }
    Step.Operation bad = new Step.Operation(Step.Kind.INSERT, "bad", 1);
    history.add(
        137, new Step.Block(List.of(Step.Operation.random(random), nested(bad), bad), true));
    List<Step> shortest =
        new Shrinking(steps -> steps.toString().contains("bad")).shortest(history);
    assertEquals(List.of(bad), shortest);
  }

  private static Step nested(Step step) {
    return new Step.Block(List.of(step, new Step.Block(List.of(), false)), false);
  }
}
