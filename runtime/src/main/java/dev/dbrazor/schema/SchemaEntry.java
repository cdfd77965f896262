package dev.dbrazor.schema;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Derivation;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of SQLite's schema table that belongs to a collection.
 *
 * @param type {@code table}, {@code view}, {@code index} or {@code trigger}
 * @param sql the statement that made it; empty for the indexes of constraints
 */
record SchemaEntry(String type, String name, String sql) {
  private static final String QUERY =
      """
      SELECT type, name, coalesce(sql, '') FROM main.sqlite_schema
      WHERE tbl_name = ?1 COLLATE NOCASE
        OR substr(name, 1, length(?1) + 1) = ?1 || '$' COLLATE NOCASE\
      """;

  /**
   * The table itself, its indexes and its triggers, and what is derived from it, in no order; empty
   * when there is nothing.
   */
  static List<SchemaEntry> of(Session session, String table) {
    List<SchemaEntry> entries = new ArrayList<>();
    try (DriverStatement statement = session.prepare(QUERY)) {
      statement.bindText(1, table);
      while (statement.step()) {
        entries.add(
            new SchemaEntry(
                String.valueOf(statement.text(0)),
                String.valueOf(statement.text(1)),
                String.valueOf(statement.text(2))));
      }
    }
    return entries;
  }

  /** The same without what is derived from the table. */
  static List<SchemaEntry> own(Session session, String table) {
    return of(session, table).stream().filter(entry -> !entry.isDerivedFrom(table)).toList();
  }

  /** Whether it belongs to what is derived from the table, of whatever version of the program. */
  boolean isDerivedFrom(String table) {
    return Derivation.WORDS.stream().anyMatch(word -> startsWith(table + "$" + word));
  }

  private boolean startsWith(String start) {
    return name.regionMatches(true, 0, start, 0, start.length());
  }

  /** Whether it is one of the tables in which a virtual table keeps its data. */
  boolean isInside(SchemaEntry other) {
    String start = other.name + "_";
    return other.isVirtualTable() && startsWith(start) && name.indexOf('$', start.length()) < 0;
  }

  boolean isView() {
    return type.equals("view");
  }

  boolean isVirtualTable() {
    return type.equals("table") && SqlTokens.of(sql).subList(0, 2).contains("virtual");
  }
}
