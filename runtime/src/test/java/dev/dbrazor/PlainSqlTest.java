package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Database#query} and {@link Database#execute}. */
class PlainSqlTest {
  private Database db;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, weight REAL, data BLOB)");
  }

  @AfterEach
  void close() {
    db.close();
  }

  private String stored(Object value) {
    return db.query(
            "SELECT typeof(p), p FROM (SELECT ? AS p)", r -> r.text(0) + " " + value(r), value)
        .get(0);
  }

  private static String value(Row row) {
    return switch (row.text(0)) {
      case "integer" -> Long.toString(row.int64(1));
      case "real" -> Double.toString(row.float64(1));
      case "text" -> row.text(1);
      case "blob" -> new BigInteger(1, row.blob(1)).toString(16);
      default -> "";
    };
  }

  @Test
  void changeCountIsReturned() {
    assertEquals(2, db.execute("INSERT INTO t (name) VALUES (?), (?)", "a", null));
    assertEquals(1, db.execute("UPDATE t SET name = 'x' WHERE name IS NULL RETURNING id"));
    assertEquals(0, db.execute("DELETE FROM t WHERE id = ?", 99));
    assertEquals(2, db.execute("DELETE FROM t"));
  }

  @Test
  void argumentsAreStoredAsComponentsOfTheirTypeAre() {
    assertEquals("null ", stored(null));
    assertEquals("integer 1", stored(true));
    assertEquals("integer -128", stored(Byte.MIN_VALUE));
    assertEquals("integer 32767", stored(Short.MAX_VALUE));
    assertEquals("integer 7", stored(7));
    assertEquals("integer -9223372036854775808", stored(Long.MIN_VALUE));
    assertEquals("real 0.5", stored(0.5f));
    assertEquals("real 1.0E300", stored(1e300));
    assertEquals("text ä'\"; DROP", stored("ä'\"; DROP"));
    assertEquals("text x", stored('x'));
    assertEquals("text FULL", stored(Durability.FULL));
    assertEquals(
        "text 123456789012345678901234567890",
        stored(new BigInteger("123456789012345678901234567890")));
    assertEquals("text 1.10", stored(new BigDecimal("1.10")));
    assertEquals("blob 1000000000000000002", stored(new UUID(1L << 8, 2L)));
    assertEquals("blob ff00", stored(new byte[] {(byte) 0xFF, 0}));
    assertEquals("integer 1000001", stored(Instant.EPOCH.plusSeconds(1).plusNanos(1_500)));
    assertEquals("integer 1500", stored(Duration.ofNanos(1_500)));
    assertEquals("text 2024-02-29", stored(LocalDate.of(2024, 2, 29)));
    assertEquals("text 03:04:05.000006", stored(LocalTime.of(3, 4, 5, 6_000)));
    assertTrue(stored(LocalDateTime.of(2024, 2, 29, 3, 4)).startsWith("text 2024-02-29T03:04:00"));
  }

  @Test
  void argumentWithoutStoredFormIsRefused() {
    MappingException e =
        assertThrows(MappingException.class, () -> db.query("SELECT ?", r -> 1, new Object()));
    assertTrue(e.getMessage().startsWith("Argument 1 is a java.lang.Object"), e.getMessage());
    assertThrows(MappingException.class, () -> db.query("SELECT ?", r -> 1, Double.NaN));
    assertThrows(MappingException.class, () -> db.query("SELECT ?", r -> 1, "a\0b"));
    assertThrows(MappingException.class, () -> db.query("SELECT ?", r -> 1, "\uD800"));
  }

  @Test
  void argumentsMustMatchTheParameters() {
    assertThrows(StatementException.class, () -> db.query("SELECT ?, ?", r -> 1, 1));
    assertThrows(StatementException.class, () -> db.query("SELECT 1", r -> 1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM t",
        "INSERT INTO t (name) VALUES ('x') RETURNING id",
        "WITH a AS (SELECT 1) DELETE FROM t",
        "DROP TABLE t",
        "/* SELECT */ UPDATE t SET name = 1"
      })
  void queryRefusesWhatWritesEvenInATransaction(String sql) {
    db.execute("INSERT INTO t (name) VALUES ('kept')");
    assertThrows(ReadOnlyDatabaseException.class, () -> db.query(sql, r -> 1));
    db.transaction(
        () -> assertThrows(ReadOnlyDatabaseException.class, () -> db.query(sql, r -> 1)));
    assertEquals(List.of("kept"), db.query("SELECT name FROM t", r -> r.text(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM t; DELETE FROM t",
        "SELECT 1",
        "",
        "VACUUM",
        "VACUUM INTO 'x.db'",
        "ATTACH 'x.db' AS x",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA foreign_keys(0)"
      })
  void executeRefusesWhatItIsNotFor(String sql) {
    assertThrows(StatementException.class, () -> db.execute(sql));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT x", "release x"})
  void transactionsCannotBeDrivenBySql(String sql) {
    assertThrows(TransactionStateException.class, () -> db.execute(sql));
    assertThrows(TransactionStateException.class, () -> db.query(sql, r -> 1));
  }

  @Test
  void pragmasThatReadAreAllowed() {
    assertEquals(4, db.query("PRAGMA table_info(t)", r -> r.text("name")).size());
    assertEquals(List.of("wal"), db.query("PRAGMA journal_mode", r -> r.text(0)));
    assertThrows(StatementException.class, () -> db.query("PRAGMA query_only = 0", r -> 1));
    db.execute("PRAGMA user_version = 5");
    assertEquals(List.of(5), db.query("PRAGMA user_version", r -> r.int32(0)));
  }

  @Test
  void rowsAreReadByIndexAndByNameInAnyCase() {
    db.execute(
        "INSERT INTO t VALUES (?, ?, ?, ?)", 3, "Ada", 1.5, "x".getBytes(StandardCharsets.UTF_8));
    db.query(
        "SELECT id, name, weight, data, NULL AS gap FROM t",
        row -> {
          assertEquals(3, row.int32("ID"));
          assertEquals(3L, row.int64(0));
          assertEquals(3.0, row.float64(0));
          assertEquals("Ada", row.text("name"));
          assertEquals(1.5, row.float64("weight"));
          assertArrayEquals(new byte[] {'x'}, row.blob("data"));
          assertNull(row.textOrNull("gap"));
          assertTrue(row.isNull(4));
          return null;
        });
  }

  @Test
  void wrongReadsNameTheColumn() {
    List<String> messages =
        db.query(
            "SELECT 3000000000 AS big, 'abc' AS word, NULL AS gap, 1 AS twice, 2 AS twice",
            row ->
                String.join(
                    "\n",
                    message(() -> row.int32("big")),
                    message(() -> row.int64("word")),
                    message(() -> row.text("gap")),
                    message(() -> row.text("big")),
                    message(() -> row.int32("twice")),
                    message(() -> row.int32("none")),
                    message(() -> row.int32(5)),
                    message(() -> row.int32(-1))));
    assertEquals(
        """
        Column 0 (big) holds 3000000000, which is out of the range of int
        Column 1 (word) holds a value of type TEXT, not a whole number
        Column 2 (gap) holds NULL, not text
        Column 0 (big) holds a value of type INTEGER, not text
        Column 'twice' is in the row more than once; use AS, or its number
        There is no column 'none'; the row has big, word, gap, twice, twice
        There is no column 5; the row has big, word, gap, twice, twice
        There is no column -1; the row has big, word, gap, twice, twice""",
        messages.get(0));
  }

  private static String message(Runnable read) {
    return assertThrows(MappingException.class, read::run).getMessage();
  }

  @Test
  void mapperMayAskTheDatabase() {
    db.execute("INSERT INTO t (id) VALUES (1), (2)");
    List<Long> counts =
        db.query(
            "SELECT id FROM t",
            row ->
                db.query("SELECT count(*) FROM t WHERE id <= ?", r -> r.int64(0), row.int64(0))
                    .get(0));
    assertEquals(List.of(1L, 2L), counts);
  }

  @Test
  void whatTheMapperThrowsComesOutAndNothingStaysOpen() {
    db.execute("INSERT INTO t (id) VALUES (1), (2)");
    for (int i = 0; i < 20; i++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              db.query(
                  "SELECT id FROM t",
                  row -> {
                    throw new IllegalStateException();
                  }));
    }
    db.execute("DROP TABLE t"); // refused while a statement reads it
  }

  @Test
  void selectStarSeesAColumnAddedLater() {
    db.execute("INSERT INTO t (id) VALUES (1)");
    assertThrows(MappingException.class, () -> db.query("SELECT * FROM t", r -> r.int32("extra")));
    db.execute("ALTER TABLE t ADD COLUMN extra INTEGER DEFAULT 8");
    assertEquals(List.of(8), db.query("SELECT * FROM t", r -> r.int32("extra")));
  }

  @Test
  void columnAddedInATransactionIsSeenByWhatWasPreparedBefore() {
    db.execute("INSERT INTO t (id) VALUES (1)");
    db.transaction(
        () -> {
          assertThrows(
              MappingException.class, () -> db.query("SELECT * FROM t", r -> r.int32("extra")));
          db.execute("ALTER TABLE t ADD COLUMN extra INTEGER DEFAULT 8");
          assertEquals(List.of(8), db.query("SELECT * FROM t", r -> r.int32("extra")));
        });
  }

  @Test
  void rolledBackColumnIsNotExpectedAnyMore() {
    db.execute("INSERT INTO t (id) VALUES (1)");
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  db.execute("ALTER TABLE t ADD COLUMN extra INTEGER DEFAULT 8");
                  assertEquals(List.of(8), db.query("SELECT * FROM t", r -> r.int32("extra")));
                  throw new IllegalStateException();
                }));
    db.transaction(
        () ->
            assertThrows(
                MappingException.class, () -> db.query("SELECT * FROM t", r -> r.int32("extra"))));
  }
}
