package dev.dbrazor.features.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.ConfigurationException;
import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.SlowQuery;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.features.storage.EveryStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow queries are reported with text, time, rows and plan. */
class SlowQueryTest extends EveryStorage {
  private static final Logger LOGGER = Logger.getLogger("dev.dbrazor.slow");
  private static final Duration NEVER = Duration.ofHours(1);

  private final List<SlowQuery> slow = new ArrayList<>();
  private final DatabaseListener listener = listener(slow);
  private ParcelDao parcels;
  private ParcelQueries queries;

  private static DatabaseListener listener(List<SlowQuery> told) {
    return new DatabaseListener() {
      @Override
      public void slowQuery(SlowQuery query) {
        told.add(query);
      }
    };
  }

  @BeforeEach
  void makeDaos() {
    parcels = new ParcelDao(db);
    queries = new ParcelQueriesImpl(db);
    parcels.insertAll(
        List.of(Parcel.of("a", "Oslo", 1), Parcel.of("b", "Oslo", 2), Parcel.of("c", "Rome", 3)));
    db.addListener(listener);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterAll
  static void logAgain() {
    LOGGER.setUseParentHandlers(true);
  }

  private SlowQuery only() {
    assertEquals(1, slow.size(), slow.toString());
    return slow.get(0);
  }

  @Test
  void itIsOffUnlessTurnedOn() {
    assertEquals(Optional.empty(), db.slowQueryThreshold());
    parcels.query().toList();
    assertEquals(List.of(), slow);
  }

  @Test
  void thresholdChangesWhileTheDatabaseRuns() {
    db.slowQueryThreshold(NEVER);
    parcels.query().toList();
    assertEquals(List.of(), slow);
    db.slowQueryThreshold(Duration.ZERO);
    parcels.query().toList();
    assertEquals(Optional.of(Duration.ZERO), db.slowQueryThreshold());
    only();
    db.slowQueryThreshold(null);
    parcels.query().toList();
    only();
    assertThrows(
        InvalidArgumentException.class, () -> db.slowQueryThreshold(Duration.ofMillis(-1)));
  }

  @Test
  void typedQueryIsReportedWithTextRowsAndPlan() {
    db.slowQueryThreshold(Duration.ZERO);
    parcels.where(Parcel_.city.eq("Oslo").and(Parcel_.weight.gt(0))).toList();
    SlowQuery query = only();
    assertTrue(query.sql().startsWith("SELECT ") && query.sql().contains("city"), query.sql());
    assertFalse(query.sql().contains("Oslo"), query.sql());
    assertEquals(2, query.rows());
    assertTrue(query.elapsed().toNanos() > 0);
    assertTrue(query.plan().toString().contains("parcels_city"), query.plan().toString());
  }

  @Test
  void changedRowsAreCountedWhereNoneComeBack() {
    db.slowQueryThreshold(Duration.ZERO);
    assertEquals(2, db.execute("UPDATE parcels SET weight = 9 WHERE city = ?", "Oslo"));
    assertEquals(2, only().rows());
  }

  @Test
  void everyWayToAskIsMeasured() {
    db.slowQueryThreshold(Duration.ZERO);
    queries.heavier(1);
    db.query("SELECT 1", row -> row.int64(0));
    parcels.findById(1L);
    parcels.insert(Parcel.of("d", "Rome", 4));
    parcels.where(Parcel_.weight.gt(0)).timeout(NEVER).count();
    db.transaction(() -> parcels.count());
    db.readTransaction(() -> parcels.count());
    db.async(() -> parcels.count()).join();
    assertEquals(8, slow.size(), slow.toString());
  }

  @Test
  void streamIsReportedWhenItIsClosed() {
    db.slowQueryThreshold(Duration.ZERO);
    try (Stream<String> codes = queries.in("Oslo")) {
      assertEquals("a", codes.iterator().next());
      assertEquals(List.of(), slow);
    }
    assertTrue(only().rows() >= 1);
  }

  @Test
  void streamInsideATransactionIsReportedAlthoughItEndsWithIt() {
    db.slowQueryThreshold(Duration.ZERO);
    Stream<Parcel> open = db.transaction(() -> parcels.query().stream());
    open.close();
    assertEquals(0, only().rows());
    assertEquals(List.of(), only().plan().steps());
  }

  @Test
  void whatFailedIsReportedToo() {
    db.slowQueryThreshold(Duration.ZERO);
    assertThrows(UniqueConstraintException.class, () -> parcels.insert(Parcel.of("a", "Oslo", 1)));
    assertTrue(only().sql().startsWith("INSERT"), only().sql());
  }

  @Test
  void failureOfOneListenerKeepsNothingFromTheNext() {
    List<SlowQuery> others = new ArrayList<>();
    DatabaseListener failing =
        new DatabaseListener() {
          @Override
          public void slowQuery(SlowQuery query) {
            throw new IllegalStateException("no");
          }
        };
    db.removeListener(listener);
    db.addListener(failing);
    db.addListener(listener(others));
    db.slowQueryThreshold(Duration.ZERO);
    assertEquals(3, parcels.count());
    assertEquals(1, others.size());
    assertEquals(List.of(), slow);
  }

  @Test
  void listenerMayAskTheDatabase() {
    List<Long> counts = new ArrayList<>();
    db.addListener(
        new DatabaseListener() {
          @Override
          public void slowQuery(SlowQuery query) {
            counts.add(parcels.count());
          }
        });
    db.slowQueryThreshold(Duration.ZERO);
    parcels.findById(1L);
    assertEquals(List.of(3L), counts);
    only();
  }

  @Test
  void loggerIsTold() {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord logged) {
            lines.add(logged.getLevel() + " " + logged.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    LOGGER.addHandler(handler);
    try {
      db.slowQueryThreshold(Duration.ZERO);
      parcels.count();
    } finally {
      LOGGER.removeHandler(handler);
    }
    assertEquals(1, lines.size());
    assertTrue(
        lines
            .get(0)
            .matches("(?s)WARNING Slow query, \\d+ ms, 1 rows: SELECT count.*SCAN parcels.*"),
        lines.get(0));
  }

  @Test
  void configurationSetsTheThreshold(@TempDir Path other) {
    DatabaseConfig.Builder builder = DatabaseConfig.builder().path(other.resolve("a.db"));
    try (Database configured =
        Database.open(builder.slowQueryThreshold(Duration.ofSeconds(2)).build())) {
      assertEquals(Optional.of(Duration.ofSeconds(2)), configured.slowQueryThreshold());
    }
    assertThrows(
        ConfigurationException.class,
        () -> builder.slowQueryThreshold(Duration.ofMillis(-1)).build());
  }
}
