package dev.dbrazor.schema;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Session;
import java.util.Set;
import java.util.TreeSet;

/** What a transaction without foreign keys has to look at before it commits. */
final class References {
  private static final String REFERRING =
      """
      SELECT DISTINCT t.name FROM pragma_table_list t, pragma_foreign_key_list(t.name) k
      WHERE t.schema = 'main' AND t.type = 'table' AND k."table" = ?1 COLLATE NOCASE\
      """;
  private static final String TABLES =
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'";

  private final Set<String> tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private boolean all;

  /** References from and to a table, which was made anew. */
  void of(String table) {
    tables.add(table);
  }

  /** Those of all tables. */
  void ofAll() {
    all = true;
  }

  /** Throws when one of them leads nowhere. */
  void check(Session session) {
    Set<String> concerned = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    concerned.addAll(tables);
    tables.forEach(table -> concerned.addAll(Sql.texts(session, REFERRING, table)));
    if (all) {
      concerned.addAll(Sql.texts(session, TABLES));
    }
    concerned.forEach(table -> check(session, table));
  }

  private static void check(Session session, String table) {
    try (DriverStatement row =
        session.prepare("SELECT rowid, parent FROM pragma_foreign_key_check(?1)")) {
      row.bindText(1, table);
      if (row.step()) {
        throw new MigrationFailure(
            "row "
                + row.int64(0)
                + " of "
                + table
                + " would refer to a row of "
                + row.text(1)
                + " that does not exist");
      }
    }
  }
}
