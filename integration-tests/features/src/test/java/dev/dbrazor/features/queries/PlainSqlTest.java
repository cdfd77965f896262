package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.MappingException;
import dev.dbrazor.StatementException;
import dev.dbrazor.UniqueConstraintException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Own SQL. */
class PlainSqlTest extends ItemTest {
  @BeforeEach
  void storeItems() {
    store("a", "b", "c");
  }

  @Test
  void parametersAreBoundInOrder() {
    assertEquals(
        List.of("b"),
        db.query(
            "SELECT name FROM items WHERE size > ? AND name < ?", row -> row.text("NAME"), 1, "c"));
    assertEquals(
        List.of("1|2.5|x|true"),
        db.query(
            "SELECT ? || '|' || ? || '|' || ? || '|' || iif(?, 'true', 'false')",
            row -> row.text(0),
            1L,
            2.5,
            "x",
            true));
  }

  @Test
  void everyKindOfValueIsRead() {
    List<Boolean> seen =
        db.query(
            "SELECT 1 AS i, 9007199254740993 AS l, 1.5 AS d, 'x' AS t, x'00ff' AS b, NULL AS n",
            row -> {
              assertEquals(1, row.int32("i"));
              assertEquals(9007199254740993L, row.int64(1));
              assertEquals(1.5, row.float64("d"));
              assertEquals(1.0, row.float64("i"));
              assertEquals("x", row.text("t"));
              assertArrayEquals(new byte[] {0, -1}, row.blob("b"));
              assertTrue(row.isNull("n"));
              assertNull(row.textOrNull("n"));
              assertThrows(MappingException.class, () -> row.text("n"));
              assertThrows(MappingException.class, () -> row.int32("l"));
              assertThrows(MappingException.class, () -> row.int64("t"));
              assertThrows(MappingException.class, () -> row.text("nosuch"));
              assertThrows(MappingException.class, () -> row.text(99));
              return true;
            });
    assertEquals(List.of(true), seen);
  }

  @Test
  void executeSaysHowManyRowsChanged() {
    assertEquals(2, db.execute("UPDATE items SET sold = 1 WHERE size >= ?", 2));
    assertEquals(0, db.execute("UPDATE items SET sold = 1 WHERE size > 99"));
    assertEquals(2, items.where(Item_.sold.isTrue()).count());
    assertEquals(3, db.execute("DELETE FROM items"));
  }

  @Test
  void exactlyOneStatement() {
    for (String sql :
        List.of(
            "DELETE FROM items; DELETE FROM items",
            "SELECT 1; DROP TABLE items",
            "",
            "  -- nothing",
            ";")) {
      assertThrows(DbRazorException.class, () -> db.execute(sql), sql);
      assertThrows(DbRazorException.class, () -> db.query(sql, row -> 1), sql);
    }
    assertEquals(3, items.count());
    assertEquals(1, db.execute("DELETE FROM items WHERE name = 'a';"));
  }

  @Test
  void theNumberOfParametersMustFit() {
    assertThrows(StatementException.class, () -> db.query("SELECT ?", row -> 1));
    assertThrows(StatementException.class, () -> db.query("SELECT ?", row -> 1, 1, 2));
    assertThrows(StatementException.class, () -> db.execute("DELETE FROM items WHERE name = ?"));
    assertEquals(3, items.count());
  }

  @Test
  void queryCannotWrite() {
    assertThrows(
        DbRazorException.class,
        () -> db.query("DELETE FROM items RETURNING name", row -> row.text(0)));
    assertEquals(3, items.count());
  }

  @Test
  void queryCannotWriteInAReadTransactionInsideATransaction() {
    db.transaction(
        () ->
            db.readTransaction(
                () -> {
                  assertThrows(
                      DbRazorException.class,
                      () -> db.query("DELETE FROM items RETURNING name", row -> row.text(0)));
                }));
    assertEquals(3, items.count());
  }

  @Test
  void transactionStatementsAreRefused() {
    for (String sql : List.of("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT x", "BEGIN IMMEDIATE")) {
      assertThrows(DbRazorException.class, () -> db.execute(sql), sql);
    }
    store("d");
    db.transaction(() -> assertThrows(DbRazorException.class, () -> db.execute("COMMIT")));
    assertEquals(4, items.count());
  }

  @Test
  void plainSqlJoinsTheRunningTransaction() {
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  db.execute("DELETE FROM items");
                  assertEquals(
                      List.of(0L), db.query("SELECT count(*) FROM items", row -> row.int64(0)));
                  throw new IllegalStateException();
                }));
    assertEquals(3, items.count());
  }

  @Test
  void constraintsOfOwnTablesAreTyped() {
    db.execute("CREATE TABLE own (a INTEGER PRIMARY KEY, b TEXT UNIQUE)");
    db.execute("INSERT INTO own VALUES (1, 'x')");
    UniqueConstraintException error =
        assertThrows(
            UniqueConstraintException.class, () -> db.execute("INSERT INTO own VALUES (2, 'x')"));
    assertEquals("b", error.component());
  }

  @Test
  void cteAndWindowsWork() {
    assertEquals(
        List.of("a1", "b2", "c3"),
        db.query(
            "WITH t AS (SELECT name, row_number() OVER (ORDER BY size) AS n FROM items)"
                + " SELECT name || n FROM t ORDER BY n",
            row -> row.text(0)));
  }
}
