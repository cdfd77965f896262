package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counters in a database, beside a map that does the same; each step compares the answers. */
final class ModelledCounters {
  private final Database db;
  private final CounterDao counters;
  private final Map<String, Long> model = new TreeMap<>();

  ModelledCounters(Database db) {
    this.db = db;
    this.counters = new CounterDao(db);
  }

  /** Thrown to roll a block back. */
  private static final class Abort extends RuntimeException {
    private static final long serialVersionUID = 1;

    Abort() {
      super(null, null, false, false);
    }
  }

  void run(Step step) {
    if (step instanceof Step.Block block) {
      block(block);
    } else if (step instanceof Step.Operation operation) {
      operation(operation.key(), operation.value(), operation);
    }
  }

  private void block(Step.Block block) {
    Map<String, Long> before = new TreeMap<>(model);
    Abort abort = new Abort();
    try {
      db.transaction(
          () -> {
            block.steps().forEach(this::run);
            if (block.fails()) {
              throw abort;
            }
          });
    } catch (Abort thrown) {
      assertEquals(abort, thrown);
      model.clear();
      model.putAll(before);
    }
  }

  private void operation(String id, long value, Step.Operation operation) {
    switch (operation.kind()) {
      case INSERT -> insert(new Counter(id, value));
      case UPDATE -> update(new Counter(id, value));
      case UPSERT -> upsert(new Counter(id, value));
      case DELETE -> assertEquals(model.remove(id) != null, counters.deleteById(id));
      case INCREMENT -> increment(id, value);
      case INSERT_ALL -> insertAll(operation.keys(), value);
      case DELETE_WHERE -> deleteWhere(value);
      case UPDATE_WHERE -> updateWhere(value);
      case ASK -> ask(id, value);
    }
  }

  private void insert(Counter counter) {
    if (model.putIfAbsent(counter.id(), counter.value()) == null) {
      assertEquals(counter, counters.insert(counter));
    } else {
      assertThrows(DbRazorException.class, () -> counters.insert(counter));
      assertEquals(Optional.empty(), counters.insertOrIgnore(counter));
    }
  }

  private void update(Counter counter) {
    if (model.replace(counter.id(), counter.value()) == null) {
      assertThrows(NotFoundException.class, () -> counters.update(counter));
    } else {
      assertEquals(counter, counters.update(counter));
    }
  }

  private void upsert(Counter counter) {
    assertEquals(counter, counters.upsert(counter));
    model.put(counter.id(), counter.value());
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
  private void insertAll(List<String> ids, long value) {
    Map<String, Long> added = new TreeMap<>(model);
    boolean fits = true;
    for (String id : ids) {
      fits &= added.put(id, value) == null;
    }
    List<Counter> many = ids.stream().map(id -> new Counter(id, value)).toList();
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

  void compare() {
    Map<String, Long> stored = new TreeMap<>();
    counters.query().forEach(counter -> stored.put(counter.id(), counter.value()));
    assertEquals(model, stored);
  }
}
