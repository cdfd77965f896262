package dev.dbrazor.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Order, uniqueness and layout of generated ids. */
class UuidV7Test {
  private static final int MANY = 200_000;

  @Test
  void eachIsGreaterThanTheOneBeforeEvenInOneMillisecond() {
    UUID before = UuidV7.next();
    for (int i = 0; i < MANY; i++) {
      UUID next = UuidV7.next();
      assertTrue(next.toString().compareTo(before.toString()) > 0);
      before = next;
    }
  }

  @Test
  void threadsNeverMakeTheSameTimeTwice() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<UUID>> work =
          () -> {
            List<UUID> made = new ArrayList<>();
            for (int i = 0; i < MANY / 4; i++) {
              made.add(UuidV7.next());
            }
            return made;
          };
      Set<Long> times = new HashSet<>();
      for (Future<List<UUID>> made : threads.invokeAll(List.of(work, work, work, work))) {
        UUID before = new UUID(0, 0);
        for (UUID next : made.get()) {
          assertTrue(next.getMostSignificantBits() > before.getMostSignificantBits());
          before = next;
          times.add(next.getMostSignificantBits());
        }
      }
      assertEquals(MANY, times.size());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void layoutIsThatOfTheStandard() {
    long earliest = Instant.now().toEpochMilli();
    UUID uuid = StampSource.SYSTEM.now().newUuid();
    assertEquals(7, uuid.version());
    assertEquals(2, uuid.variant());
    long milliseconds = uuid.getMostSignificantBits() >>> 16;
    // Other tests may have pushed the counter ahead of the clock.
    assertTrue(milliseconds >= earliest && milliseconds < earliest + 60_000);
    assertEquals(36, StampSource.SYSTEM.now().newText().length());
  }

  @Test
  void keysFollowTheHighestUntilThereIsNone() {
    Stamp stamp = StampSource.SYSTEM.countingFrom(() -> 41);
    assertEquals(42, stamp.newKey());
    assertEquals(43, stamp.newKey());
    assertEquals(0, StampSource.SYSTEM.now().newKey());
    Stamp last = StampSource.SYSTEM.countingFrom(() -> Long.MAX_VALUE - 1);
    assertEquals(Long.MAX_VALUE, last.newKey());
    assertEquals(0, last.newKey());
    assertEquals(0, stamp.now().getNano() % 1_000);
  }
}
