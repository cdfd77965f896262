package dev.dbrazor.features.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Many more virtual threads than connections. */
@Timeout(180)
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
  private static final int THREADS = 10_000;
  private static final int READERS = 4;

  @TempDir Path directory;

  /** Java 17, for which the tests are compiled, does not know the method. */
  private static ExecutorService virtualThreads() throws Throwable {
    MethodHandle make =
        MethodHandles.publicLookup()
            .findStatic(
                Executors.class,
                "newVirtualThreadPerTaskExecutor",
                MethodType.methodType(ExecutorService.class));
    return (ExecutorService) make.invokeExact();
  }

  private Database open() {
    return Database.open(
        DatabaseConfig.builder()
            .path(directory.resolve("a.db"))
            .readers(READERS)
            .lockTimeout(Duration.ofMinutes(2))
            .build());
  }

  /** A cursor held open while the same thread asks for more: every thread needs two readers. */
  private static long readNested(Database db) {
    try (Stream<Thing> all = new ThingDao(db).query().stream()) {
      Iterator<Thing> rows = all.iterator();
      rows.next();
      return new ThingDao(db).count();
    }
  }

  private static long work(Database db, int i) {
    return switch (i % 4) {
      case 0 -> new ThingDao(db).count();
      case 1 -> db.readTransaction(() -> new ThingDao(db).count());
      case 2 -> readNested(db);
      default -> db.execute("UPDATE things SET name = name WHERE rowid = 1");
    };
  }

  @Test
  void tenThousandDoNotDeadlockAPoolOfFour() throws Throwable {
    ExecutorService threads = virtualThreads();
    try (Database db = open()) {
      new ThingDao(db).insert(Thing.of("a"));
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        results.add(threads.submit(() -> work(db, number)));
      }
      for (Future<Long> result : results) {
        assertEquals(1L, result.get());
      }
      assertEquals(0, db.stats().active());
    } finally {
      threads.shutdown();
    }
  }
}
