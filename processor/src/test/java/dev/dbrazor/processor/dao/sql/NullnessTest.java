package dev.dbrazor.processor.dao.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.SqliteDialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of NULL and of storage, against what SQLite returns. */
class NullnessTest {
  private static final int STATEMENTS = 15_000;

  private static final List<String> ROWS =
      List.of(
          "INSERT INTO t (id, a, b, c, d, r) VALUES (1, 1, NULL, 'p', NULL, 1.5), (2, 2, 2, 'q', 'q', 0.0), (3, 2, 1, '', 'p', -1.0)",
          "INSERT INTO u (id, a, b, c, d, r) VALUES (1, 1, 1, 'p', 'p', 9e999), (4, 9, NULL, 'x', NULL, -9e999)");

  private final Schema schema = Tables.schema();

  /** 0 leaves the tables empty, 1 fills one of them, 2 both. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whatIsNeverNullNeverIs(int filled) throws SQLException {
    RandomSql random = new RandomSql(filled);
    int proven = 0;
    int run = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      fill(statement, filled);
      for (int i = 0; i < STATEMENTS; i++) {
        String sql = random.query();
        QueryFacts facts = ParsedQuery.of(sql).facts(schema, Map.of());
        assertTrue(facts.understood(), sql);
        try (ResultSet rows = statement.executeQuery(facts.rewriting().text(Map.of()))) {
          proven += check(sql, facts.results(), rows);
          run++;
        } catch (SQLException refused) {
          assertTrue(isExpected(refused), () -> refused + "\n" + sql);
        }
      }
    }
    assertTrue(run > STATEMENTS * 3 / 4, "run: " + run);
    assertTrue(proven > STATEMENTS / 3, "proven: " + proven);
  }

  private static boolean isExpected(SQLException refused) {
    return refused.getMessage().matches("(?s).*(misuse of|no such column|same number|overflow).*");
  }

  private void fill(Statement statement, int filled) throws SQLException {
    for (var model : schema.collections()) {
      for (String sql : EntitySql.of(model, new SqliteDialect()).table()) {
        statement.execute(sql);
      }
    }
    for (String sql : ROWS.subList(0, filled)) {
      statement.execute(sql);
    }
  }

  private static int check(String sql, List<NamedFact> facts, ResultSet rows) throws SQLException {
    assertEquals(rows.getMetaData().getColumnCount(), facts.size(), sql);
    while (rows.next()) {
      for (int i = 0; i < facts.size(); i++) {
        Fact fact = facts.get(i).fact();
        Object value = rows.getObject(i + 1);
        String told = "column " + (i + 1) + " " + fact + " was " + value + ":\n" + sql;
        assertTrue(value != null || fact.nullness() != Nullness.NEVER, told);
        assertTrue(value == null || isStored(value, fact.storage()), told);
      }
    }
    return (int) facts.stream().filter(f -> f.fact().nullness() == Nullness.NEVER).count();
  }

  private static boolean isStored(Object value, Storage storage) {
    return switch (storage) {
      case INTEGER -> value instanceof Integer || value instanceof Long;
      case REAL -> value instanceof Double;
      case TEXT -> value instanceof String;
      case BLOB -> value instanceof byte[];
      case UNKNOWN -> true;
    };
  }

  @Test
  void commonResultsAreProven() {
    assertEquals(Nullness.NEVER, of("SELECT count(*) FROM t"));
    assertEquals(Nullness.NEVER, of("SELECT a FROM t"));
    assertEquals(Nullness.NEVER, of("SELECT coalesce(max(a), 0) FROM t"));
    assertEquals(Nullness.NEVER, of("SELECT sum(a) FROM t GROUP BY c"));
    assertEquals(Nullness.NEVER, of("SELECT avg(a) FROM t GROUP BY c"));
    assertEquals(Nullness.NEVER, of("SELECT b FROM t WHERE b IS NOT NULL AND a > 1"));
    assertEquals(Nullness.NEVER, of("SELECT b FROM t WHERE b = :b"));
    assertEquals(Nullness.NEVER, of("SELECT t.a FROM t LEFT JOIN u ON u.id = t.id"));
    assertEquals(Nullness.NEVER, of("SELECT (SELECT count(*) FROM u WHERE u.a = t.a) FROM t"));
    assertEquals(Nullness.NEVER, of("SELECT a * 2 + id FROM t"));
    assertEquals(Nullness.NEVER, of("WITH w AS (SELECT a AS x FROM t) SELECT x FROM w"));
    assertEquals(Nullness.NEVER, of("DELETE FROM t RETURNING a"));
  }

  @Test
  void missingRowsAreNull() {
    assertEquals(Nullness.POSSIBLE, of("SELECT max(a) FROM t"));
    assertEquals(Nullness.POSSIBLE, of("SELECT a, count(*) FROM t"));
    assertEquals(Nullness.POSSIBLE, of("SELECT u.a FROM t LEFT JOIN u ON u.id = t.id"));
    assertEquals(Nullness.POSSIBLE, of("SELECT t.a FROM t RIGHT JOIN u ON u.id = t.id"));
    assertEquals(Nullness.POSSIBLE, of("SELECT t.a FROM t FULL JOIN u ON u.id = t.id"));
    assertEquals(Nullness.POSSIBLE, of("SELECT b FROM t"));
    assertEquals(Nullness.UNKNOWN, of("SELECT a / id FROM t"));
  }

  private Nullness of(String sql) {
    return ParsedQuery.of(sql).facts(schema, Map.of()).results().get(0).fact().nullness();
  }
}
