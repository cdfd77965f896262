package dev.dbrazor.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verbs and ends of statements, with quotes and comments in the way. */
class SqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select 1 | SELECT",
        "WITH a AS (SELECT 1), b(x) AS (DELETE) UPDATE t SET x = 1 | UPDATE",
        "WITH a AS (VALUES (')')) SELECT * FROM a | SELECT",
        "EXPLAIN QUERY PLAN DELETE FROM t | EXPLAIN",
        ";; SELECT 1 | SELECT"
      })
  void verbIsThatOfTheStatementProper(String sql, String verb) {
    assertEquals(verb, SqlText.of(sql).verb());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT 1;",
        "SELECT 1 ; ; -- end\n /* more */ ",
        "SELECT ';', \"a;b\", `c;d`, [e;f] /* ; */ FROM t -- ; x",
        "SELECT 'it''s; one'",
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; SELECT CASE WHEN 1 THEN 2 END; END;",
        "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; END",
        ""
      })
  void oneStatementIsSingle(String sql) {
    assertTrue(SqlText.of(sql).single());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1; SELECT 2",
        "SELECT ''';'; DROP TABLE t",
        "SELECT 1;/**/DELETE FROM t",
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; END; DROP TABLE t",
        "CREATE TABLE trigger_log (x); DROP TABLE t"
      })
  void secondStatementIsFound(String sql) {
    assertFalse(SqlText.of(sql).single());
  }

  @Test
  void commentsAreNoVerb() {
    assertEquals("", SqlText.of(" -- only\n /* comments").verb());
    assertEquals("INSERT", SqlText.of("-- x\n/* y */ Insert INTO t VALUES (1)").verb());
  }
}
