package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random operations, beside a map that does the same; {@code -Dattacks.seed} repeats a run.
 *
 * <p>Seeded by hand: jqwik is for the JUnit platform before 6.
 */
class RandomOperationsTest {
  private static final int KEYS = 60;

  private final long seed = Long.getLong("attacks.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Map<String, Long> model = new TreeMap<>();
  private CounterDao counters;

  @Test
  void randomOperationsAgreeWithAModel() {
    int operations = Figures.number("operations", 2_000);
    System.out.println("attacks.seed=" + seed);
    try (Database db = Database.inMemory()) {
      counters = new CounterDao(db);
      for (int i = 0; i < operations; i++) {
        if (random.nextInt(10) == 0) {
          transaction(db);
        } else {
          step();
        }
        compare();
      }
      assertEquals(List.of(), db.verify());
    }
    Figures.print("%d random operations with seed %d: as the model", operations, seed);
  }

  /** Half of them are rolled back. */
  private void transaction(Database db) {
    Map<String, Long> before = new TreeMap<>(model);
    boolean fails = random.nextBoolean();
    IllegalStateException failure = new IllegalStateException("rolled back");
    try {
      db.transaction(
          () -> {
            for (int i = random.nextInt(6); i >= 0; i--) {
              step();
            }
            if (fails) {
              throw failure;
            }
          });
    } catch (IllegalStateException thrown) {
      assertEquals(failure, thrown);
      model.clear();
      model.putAll(before);
    }
  }

  private void step() {
    String id = "k" + random.nextInt(KEYS);
    long value = random.nextInt(100);
    switch (random.nextInt(9)) {
      case 0 -> insert(id, value);
      case 1 -> update(id, value);
      case 2 -> upsert(id, value);
      case 3 -> assertEquals(model.remove(id) != null, counters.deleteById(id));
      case 4 -> increment(id, value);
      case 5 -> insertAll(value);
      case 6 -> deleteWhere(value);
      case 7 -> updateWhere(value);
      default -> ask(id, value);
    }
  }

  private void insert(String id, long value) {
    Counter counter = new Counter(id, value);
    if (model.containsKey(id)) {
      assertThrows(DbRazorException.class, () -> counters.insert(counter));
      assertEquals(Optional.empty(), counters.insertOrIgnore(counter));
    } else {
      assertEquals(counter, counters.insert(counter));
      model.put(id, value);
    }
  }

  private void update(String id, long value) {
    Counter counter = new Counter(id, value);
    if (model.replace(id, value) == null) {
      assertThrows(NotFoundException.class, () -> counters.update(counter));
    } else {
      assertEquals(counter, counters.update(counter));
    }
  }

  private void upsert(String id, long value) {
    assertEquals(new Counter(id, value), counters.upsert(new Counter(id, value)));
    model.put(id, value);
  }

  private void increment(String id, long by) {
    if (model.containsKey(id)) {
      long sum = model.merge(id, by, Long::sum);
      assertEquals(sum, counters.update(id, Counter_.value.increment(by)).value());
    } else {
      assertThrows(
          NotFoundException.class, () -> counters.update(id, Counter_.value.increment(by)));
    }
  }

  /** All or nothing: a key that is there, or comes twice, refuses the others. */
  private void insertAll(long value) {
    Map<String, Long> added = new TreeMap<>(model);
    List<Counter> many = new ArrayList<>();
    boolean fits = true;
    for (int i = random.nextInt(5); i >= 0; i--) {
      String id = "k" + random.nextInt(KEYS);
      fits &= added.put(id, value) == null;
      many.add(new Counter(id, value));
    }
    if (fits) {
      assertEquals(many, counters.insertAll(many));
      model.putAll(added);
    } else {
      assertThrows(DbRazorException.class, () -> counters.insertAll(many));
    }
  }

  private void deleteWhere(long value) {
    int before = model.size();
    model.values().removeIf(v -> v == value);
    assertEquals(before - model.size(), counters.where(Counter_.value.eq(value)).delete());
  }

  private void updateWhere(long value) {
    long expected = model.values().stream().filter(v -> v > value).count();
    model.replaceAll((id, v) -> v > value ? v - 100 : v);
    assertEquals(
        expected, counters.where(Counter_.value.gt(value)).update(Counter_.value.increment(-100L)));
  }

  private void ask(String id, long value) {
    assertEquals(Optional.ofNullable(model.get(id)), counters.findById(id).map(Counter::value));
    assertEquals(
        model.values().stream().filter(v -> v >= value).count(),
        counters.where(Counter_.value.ge(value)).count());
  }

  private void compare() {
    Map<String, Long> stored = new TreeMap<>();
    counters.query().forEach(counter -> stored.put(counter.id(), counter.value()));
    assertEquals(model, stored, () -> "attacks.seed=" + seed);
  }
}
