package dev.dbrazor;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.mapping.VersionColumn;
import dev.dbrazor.pool.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Proves in a test that each former version of a collection becomes the newest: makes the tables of
 * the version, fills them, migrates, compares them with fresh ones, and reads every row.
 *
 * <pre>{@code
 * @Test
 * void everyVersionOfCustomersMigrates() {
 *   MigrationTester.of(CustomerDao::new).verify();
 * }
 * }</pre>
 *
 * <p>The versions are those whose schema files the processor saw. What is put in is made up by the
 * type of the column; where a record has conditions of its own, {@link #value} says what fits.
 */
public final class MigrationTester {
  private final Function<Database, ?> dao;
  private final Map<String, String> values = new HashMap<>();
  private int rows = 100;

  private MigrationTester(Function<Database, ?> dao) {
    this.dao = dao;
  }

  /**
   * For the collections of the DAOs that a function makes.
   *
   * @param dao mostly the constructor of one
   */
  public static MigrationTester of(Function<Database, ?> dao) {
    return new MigrationTester(dao);
  }

  /** How many rows a table is filled with; 100. */
  public MigrationTester rows(int count) {
    rows = count;
    return this;
  }

  /** The SQL expression for a column's values, in which {@code i} counts the rows from 1. */
  public MigrationTester value(String column, String sql) {
    values.put(column, sql);
    return this;
  }

  /**
   * Goes the way from each former version.
   *
   * @return how many ways that were
   * @throws AssertionError naming collection and version of the first that does not arrive
   */
  public int verify() {
    int ways = 0;
    for (Mapping<?, ?> mapping : collections()) {
      for (SchemaVersion version : mapping.history().versions()) {
        if (version.table().version() < mapping.table().version()) {
          verify(mapping, version);
          ways++;
        }
      }
    }
    return ways;
  }

  private List<Mapping<?, ?>> collections() {
    try (Database fresh = Database.inMemory()) {
      dao.apply(fresh);
      return fresh.mappings();
    }
  }

  private void verify(Mapping<?, ?> mapping, SchemaVersion version) {
    try (Database db = Database.inMemory()) {
      db.prepare(session -> fill(session, version));
      dao.apply(db);
      int read = db.sessions().read(session -> read(session, mapping));
      List<Finding> findings = db.verify();
      if (read != rows || !findings.isEmpty()) {
        throw new AssertionError(
            "of %d rows %d were left, and the engine found %s".formatted(rows, read, findings));
      }
    } catch (DbRazorException | AssertionError e) {
      throw new AssertionError(
          "Collection '%s' does not get from version %d to version %d: %s"
              .formatted(
                  mapping.collection(),
                  version.table().version(),
                  mapping.table().version(),
                  e.getMessage()),
          e);
    }
  }

  private void fill(Session session, SchemaVersion version) {
    version.table().statements().forEach(sql -> run(session, sql));
    String columns =
        version.columns().stream()
            .map(each -> quoted(each.name()))
            .collect(Collectors.joining(", "));
    String items = version.columns().stream().map(this::value).collect(Collectors.joining(", "));
    run(
        session,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
            + rows
            + ") INSERT INTO "
            + quoted(version.table().name())
            + " ("
            + columns
            + ") SELECT "
            + items
            + " FROM n");
  }

  private String value(VersionColumn column) {
    String given = values.get(column.name());
    String value = given == null ? madeUp(column.value().replaceFirst(" via .*", "")) : given;
    return given == null && column.nullable() ? "iif(i % 3 = 0, NULL, " + value + ")" : value;
  }

  /** An expression over the number of the row, for a kind of value as schema files name it. */
  private static String madeUp(String kind) {
    String name = kind.replaceFirst("\\(.*", "");
    String inside = kind.replaceFirst("^\\w+\\(?", "").replaceFirst("\\)$", "");
    return switch (name) {
      case "boolean" -> "i % 2";
      case "byte" -> "i % 100";
      case "short", "int", "long", "decimal", "duration" -> "i";
      case "float", "double" -> "i + 0.5";
      case "char" -> "char(97 + i % 26)";
      case "big_integer", "big_decimal" -> "CAST(i AS TEXT)";
      case "uuid" -> "unhex(printf('%032x', i))";
      case "instant" -> "1700000000000000 + i";
      case "local_date" -> "date('2024-01-01', i || ' days')";
      case "local_time" -> "printf('%02d:%02d:00.000000', i / 60 % 24, i % 60)";
      case "local_date_time" -> "date('2024-01-01', i || ' days') || 'T12:00:00.000000'";
      case "bytes" -> "CAST(i AS BLOB)";
      case "enum" -> "'" + inside.split(",")[0] + "'";
      case "vector" -> "unhex('" + "0000803f".repeat(Integer.parseInt(inside.split(",")[0])) + "')";
      case "list", "set" -> "'[]'";
      case "map", "record", "json" -> "'{}'";
      default -> "'text ' || i";
    };
  }

  private static int read(Session session, Mapping<?, ?> mapping) {
    String sql =
        "SELECT " + mapping.statements().columns() + " FROM " + quoted(mapping.collection());
    int count = 0;
    try (DriverStatement statement = session.prepare(sql)) {
      ResultRow row = new ResultRow(statement, mapping.components());
      while (statement.step()) {
        mapping.read(row);
        count++;
      }
    }
    return count;
  }

  private static void run(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.step();
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
