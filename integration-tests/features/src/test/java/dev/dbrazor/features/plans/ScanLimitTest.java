package dev.dbrazor.features.plans;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.ConfigurationException;
import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.FullScanException;
import dev.dbrazor.query.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Statements that would read all of a large table are refused. */
class ScanLimitTest {
  private static final int LIMIT = 20;

  @TempDir Path directory;
  private Database db;
  private ParcelDao parcels;
  private ParcelQueries queries;

  @BeforeEach
  void open() {
    db = Database.open(config().scanLimit(LIMIT).build());
    parcels = new ParcelDao(db);
    queries = new ParcelQueriesImpl(db);
    insert(0, LIMIT);
  }

  private DatabaseConfig.Builder config() {
    return DatabaseConfig.builder().path(directory.resolve("parcels.db"));
  }

  private void insert(int from, int to) {
    parcels.insertAll(
        IntStream.range(from, to).mapToObj(i -> Parcel.of("p" + i, "Oslo", i)).toList());
  }

  /** One row more than may be scanned. */
  private void grow() {
    insert(LIMIT, LIMIT + 1);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private static FullScanException refused(Executable asked) {
    return assertThrows(FullScanException.class, asked);
  }

  private Query<Parcel> heavy() {
    return parcels.where(Parcel_.weight.gt(3));
  }

  @Test
  void refusalNamesTableRowsAndMissingIndexAndTellsHowToPermitIt() {
    grow();
    FullScanException e = refused(() -> heavy().toList());
    assertEquals(ErrorCode.FULL_SCAN, e.code());
    assertEquals("parcels", e.table());
    assertEquals(LIMIT + 1, e.rows());
    assertEquals(List.of("weight"), e.missingIndex());
    assertTrue(e.sql().orElseThrow().contains("weight"));
    assertEquals(
        "The statement reads all rows of parcels, which has more than 20; an index on weight would"
            + " help; permit it by allowScan() of the query, @AllowScan on the method of its"
            + " @Query, or Database.allowScans",
        e.getMessage());
  }

  @Test
  void tableAtTheLimitIsScanned() {
    assertEquals(16, heavy().toList().size());
  }

  @Test
  void searchesAreNotRefused() {
    grow();
    assertEquals(LIMIT + 1, parcels.where(Parcel_.city.eq("Oslo")).toList().size());
    assertTrue(parcels.findByCode("p7").isPresent());
    assertEquals(2, parcels.findAllById(List.of(1L, 2L)).size());
  }

  @Test
  void firstRowsAreNotAScan() {
    grow();
    assertEquals(3, parcels.query().limit(3).toList().size());
    assertEquals(3, parcels.query().orderBy(Parcel_.city.asc()).limit(3).toList().size());
    assertTrue(parcels.query().first().isPresent());
    assertEquals(5, parcels.query().page(5).items().size());
    refused(() -> parcels.query().orderBy(Parcel_.weight.asc()).limit(3).toList());
    refused(() -> heavy().limit(3).toList());
    refused(() -> db.query("SELECT sum(weight) FROM parcels LIMIT 1", row -> row.int64(0)));
  }

  @Test
  void everyWayToAskIsGuarded() {
    grow();
    refused(() -> heavy().count());
    refused(() -> heavy().stream());
    refused(() -> heavy().timeout(Duration.ofMinutes(1)).toList());
    refused(() -> parcels.count());
    refused(() -> queries.heavier(3));
    refused(() -> parcels.where(Parcel_.weight.gt(3)).update(Parcel_.city.set("Rome")));
    refused(() -> parcels.where(Parcel_.weight.gt(3)).delete());
    refused(() -> db.query("SELECT code FROM parcels", row -> row.text(0)));
    refused(() -> db.execute("UPDATE parcels SET weight = 1"));
    refused(() -> db.transaction(() -> heavy().toList()));
    assertEquals(LIMIT + 1L, db.allowScans(() -> parcels.where(Parcel_.city.eq("Oslo")).count()));
  }

  @Test
  void queryIsPermittedByItself() {
    grow();
    assertEquals(17, heavy().allowScan().toList().size());
    assertEquals(17, heavy().timeout(Duration.ofMinutes(1)).allowScan().count());
    assertEquals(17, heavy().allowScan().timeout(Duration.ofMinutes(1)).count());
    try (Stream<Parcel> open = heavy().allowScan().stream()) {
      assertEquals(17, open.count());
    }
    assertEquals(
        17, parcels.where(Parcel_.weight.gt(3)).allowScan().select(Parcel_.weight).toList().size());
    refused(() -> heavy().toList());
  }

  @Test
  void allowScanPermitsTheMethod() {
    grow();
    assertEquals(17, queries.heavierOfAll(3).size());
    refused(() -> queries.heavier(3));
  }

  @Test
  void blockPermitsWhatItRuns() {
    grow();
    assertEquals(LIMIT + 1, db.allowScans(() -> parcels.count()));
    db.allowScans(() -> db.allowScans(() -> assertEquals(17, heavy().count())));
    refused(() -> parcels.count());
    assertThrows(
        IllegalStateException.class,
        () ->
            db.allowScans(
                () -> {
                  throw new IllegalStateException();
                }));
    refused(() -> parcels.count());
  }

  @Test
  void aliasesAndViewsAreSeenThrough() {
    grow();
    db.execute("CREATE VIEW heavy AS SELECT p.code FROM parcels AS p WHERE p.weight > 3");
    assertEquals(
        "parcels", refused(() -> db.query("SELECT * FROM heavy", row -> row.text(0))).table());
    FullScanException e =
        refused(
            () ->
                db.query(
                    "SELECT b.code FROM parcels AS a CROSS JOIN parcels b ON b.weight = a.weight"
                        + " WHERE a.code = 'p1'",
                    row -> row.text(0)));
    assertEquals("parcels", e.table());
    assertEquals(List.of("weight"), e.missingIndex());
    refused(() -> parcels.query().join(Parcel_.weight, Parcel_.as("other").weight).toList());
  }

  @Test
  void innerScansAreFound() {
    grow();
    refused(
        () ->
            db.query(
                "SELECT 1 WHERE EXISTS (SELECT 1 FROM parcels WHERE weight = 900)",
                row -> row.int64(0)));
    refused(
        () ->
            db.query(
                "WITH all_of AS MATERIALIZED (SELECT weight FROM parcels)"
                    + " SELECT weight FROM all_of UNION SELECT 1",
                row -> row.int64(0)));
  }

  @Test
  void tableThatGrewIsNoticedAlthoughItsStatementIsKept() {
    assertEquals(16, heavy().toList().size());
    grow();
    assertThrows(
        FullScanException.class,
        () -> {
          for (int i = 0; i < 200; i++) {
            heavy().toList();
          }
        });
    refused(() -> heavy().toList());
  }

  @Test
  void repeatsPrepareNothing() {
    heavy().toList();
    long before = db.stats().statementMisses();
    for (int i = 0; i < 20; i++) {
      heavy().toList();
    }
    assertEquals(before, db.stats().statementMisses());
  }

  @Test
  void whatHasNoRowsToReadIsLeftAlone() {
    grow();
    assertDoesNotThrow(() -> db.execute("CREATE INDEX by_weight ON parcels (weight)"));
    assertEquals(17, heavy().toList().size());
    assertEquals(List.of(), db.verify());
    assertEquals(1, db.query("SELECT 1 LIMIT 1", row -> row.int64(0)).size());
  }

  @Test
  void thereIsNoLimitByDefault() {
    assertEquals(OptionalLong.empty(), config().build().scanLimit());
    grow();
    try (Database other = Database.open(config().build())) {
      assertEquals(LIMIT + 1, new ParcelDao(other).count());
    }
    assertThrows(ConfigurationException.class, () -> config().scanLimit(-1).build());
  }
}
