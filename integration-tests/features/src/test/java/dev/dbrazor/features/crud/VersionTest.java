package dev.dbrazor.features.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.VersionMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Optimistic locks, and increments that need none. */
class VersionTest extends CustomerTest {
  @Test
  void theVersionGrowsByOneWithEveryKindOfChange() {
    Customer ada = customers.insert(Customer.of("Ada").withVersion(77));
    assertEquals(1, ada.version());
    assertEquals(2, customers.update(ada).version());
    assertEquals(3, customers.update(ada.key(), Customer_.age.increment(1)).version());
    assertEquals(4, customers.upsert(ada).version());
    assertEquals(5, customers.upsertByEmail(ada).version());
    assertEquals(6, customers.upsertAll(List.of(ada)).get(0).version());
    assertEquals(7, customers.updateAll(List.of(ada.withVersion(6))).get(0).version());
    assertEquals(1, customers.query().update(Customer_.age.set(1)));
    assertEquals(8, customers.findById(ada.key()).orElseThrow().version());
  }

  @Test
  void aStaleVersionNamesIdExpectedAndActual() {
    Customer ada = customers.insert(Customer.of("Ada"));
    customers.update(ada);
    VersionMismatchException error =
        assertThrows(VersionMismatchException.class, () -> customers.update(ada.withName("x")));
    assertEquals(ErrorCode.VERSION_MISMATCH, error.code());
    assertEquals(Optional.of(ada.key()), error.id());
    assertEquals(1, error.expected());
    assertEquals(2, error.actual());
    assertEquals("Ada", customers.findById(ada.key()).orElseThrow().name());
  }

  @Test
  void ownSqlLeavesTheVersionAlone() {
    Customer ada = customers.insert(Customer.of("Ada"));
    assertEquals(1, db.execute("UPDATE clients SET age = ? WHERE name = ?", 5, "Ada"));
    assertEquals(1, customers.findById(ada.key()).orElseThrow().version());
  }

  @Test
  void concurrentIncrementsAllCount() throws InterruptedException, ExecutionException {
    CounterDao counters = new CounterDao(db);
    counters.insert(new Counter("c", 0, null));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        running.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    counters.update("c", Counter_.value.increment(1), Counter_.seen.increment(1));
                  }
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(Optional.of(new Counter("c", 400, 400)), counters.findById("c"));
  }

  @Test
  void ofTwoWritersWithOneVersionOneLoses() {
    Customer ada = customers.insert(Customer.of("Ada"));
    assertEquals("first", customers.update(ada.withName("first")).name());
    assertThrows(VersionMismatchException.class, () -> customers.update(ada.withName("second")));
    assertEquals("first", customers.findById(ada.key()).orElseThrow().name());
  }
}
