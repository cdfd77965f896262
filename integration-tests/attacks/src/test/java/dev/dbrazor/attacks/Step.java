package dev.dbrazor.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One thing done to the counters, told so that the same can be done again. */
sealed interface Step {
  /** Keys are few, so that operations meet. */
  int KEYS = 60;

  int DEEPEST = 6;

  /** What can be done to one key, or to all rows of one value. */
  enum Kind {
    INSERT,
    UPDATE,
    UPSERT,
    DELETE,
    INCREMENT,
    INSERT_ALL,
    DELETE_WHERE,
    UPDATE_WHERE,
    ASK
  }

  /** One operation. */
  record Operation(Kind kind, String key, long value) implements Step {
    static Operation random(Random random) {
      return new Operation(
          Kind.values()[random.nextInt(Kind.values().length)],
          "k" + random.nextInt(KEYS),
          random.nextInt(100));
    }

    /** The keys of an insert of several rows; some come twice. */
    List<String> keys() {
      Random more = new Random(value);
      List<String> keys = new ArrayList<>(List.of(key));
      for (int i = more.nextInt(5); i > 0; i--) {
        keys.add("k" + more.nextInt(KEYS));
      }
      return keys;
    }
  }

  /** A transaction, a savepoint inside another; one that fails leaves nothing. */
  record Block(List<Step> steps, boolean fails) implements Step {
    static Block random(Random random, int depth) {
      List<Step> steps = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        steps.add(
            depth < DEEPEST && random.nextInt(3) > 0
                ? random(random, depth + 1)
                : Operation.random(random));
      }
      return new Block(steps, random.nextInt(3) == 0);
    }
  }
}
