package dev.dbrazor.features.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random nestings of transactions, changes and failures do what a map with copies does. */
class NestingModelTest extends TransactionTest {
  private static final int NESTINGS = 10_000;
  private static final int TRANSACTIONS = 1_000;

  private final Random random = new Random(20_260_101);
  private int begun;

  /** Thrown to roll a level back. */
  private static final class Abort extends RuntimeException {
    private static final long serialVersionUID = 1;

    Abort() {
      super(null, null, false, false);
    }
  }

  @Test
  void randomNestingsAgreeWithAModel() {
    Map<String, Long> model = new TreeMap<>();
    for (int i = 0; i < TRANSACTIONS || begun < NESTINGS; i++) {
      level(model, 1);
      if (i % 50 == 0) {
        assertEquals(model, stored());
      }
    }
    assertEquals(model, stored());
  }

  /** One transaction or savepoint: the model changes only when it ends well. */
  private void level(Map<String, Long> model, int depth) {
    begun++;
    Map<String, Long> changed = new TreeMap<>(model);
    if (commits(changed, depth)) {
      model.clear();
      model.putAll(changed);
    }
  }

  private boolean commits(Map<String, Long> changed, int depth) {
    try {
      db.transaction(() -> steps(changed, depth));
      return true;
    } catch (Abort rolledBack) {
      return false;
    }
  }

  private void steps(Map<String, Long> model, int depth) {
    int steps = random.nextInt(5);
    for (int i = 0; i < steps; i++) {
      if (random.nextInt(2) == 0 && depth < 8) {
        level(model, depth + 1);
      } else {
        change(model);
      }
    }
    if (random.nextInt(3) == 0) {
      throw new Abort();
    }
  }

  private void change(Map<String, Long> model) {
    String id = "k" + random.nextInt(12);
    switch (random.nextInt(3)) {
      case 0 -> {
        long amount = random.nextInt(1_000);
        accounts.upsert(new Account(id, amount));
        model.put(id, amount);
      }
      case 1 -> {
        accounts.where(Account_.id.eq(id)).update(Account_.amount.increment(1));
        model.computeIfPresent(id, (key, amount) -> amount + 1);
      }
      default -> assertEquals(model.remove(id) != null, accounts.deleteById(id));
    }
  }

  private Map<String, Long> stored() {
    return accounts.query().toList().stream()
        .collect(Collectors.toMap(Account::id, Account::amount, (a, b) -> b, TreeMap::new));
  }
}
