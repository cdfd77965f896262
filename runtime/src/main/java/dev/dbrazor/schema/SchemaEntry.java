package dev.dbrazor.schema;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of SQLite's schema table that belongs to a table.
 *
 * @param type {@code table}, {@code view}, {@code index} or {@code trigger}
 * @param sql the statement that made it; empty for the indexes of constraints
 */
record SchemaEntry(String type, String name, String sql) {
  private static final String QUERY =
      "SELECT type, name, coalesce(sql, '') FROM main.sqlite_schema"
          + " WHERE tbl_name = ? COLLATE NOCASE";

  /** The table itself, its indexes and its triggers, in no order; empty when there is none. */
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

  boolean isView() {
    return type.equals("view");
  }

  boolean isVirtualTable() {
    return type.equals("table") && SqlTokens.of(sql).subList(0, 2).contains("virtual");
  }
}
