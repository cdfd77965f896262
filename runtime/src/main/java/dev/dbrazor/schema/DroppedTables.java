package dev.dbrazor.schema;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.MigrationException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.Session;
import java.util.List;

/** Tables put away by renaming them; what refers to them does so again when they come back. */
public final class DroppedTables {
  private static final String PREFIX = "dbrazor_dropped_";
  private static final String ALL =
      "SELECT substr(name, 17) FROM main.sqlite_schema"
          + " WHERE type = 'table' AND substr(name, 1, 16) = 'dbrazor_dropped_' ORDER BY name";

  private final PooledSessions sessions;

  public DroppedTables(PooledSessions sessions) {
    this.sessions = sessions;
  }

  public List<String> all() {
    return sessions.read(session -> Sql.texts(session, ALL));
  }

  public void drop(String table) {
    sessions.rebuilding(
        session -> {
          Tables.dropDerived(session, new TableDefinition(table, 1, List.of()));
          return rename(session, table, PREFIX + table);
        });
  }

  public void restore(String table) {
    sessions.rebuilding(session -> rename(session, PREFIX + table, table));
  }

  public void purge(String table) {
    sessions.rebuilding(
        session -> {
          require(session, PREFIX + table, true);
          ScratchDatabase.run(session, "DROP TABLE " + Sql.quoted(PREFIX + table));
          forget(session, PREFIX + table);
          return session;
        });
  }

  private static Session rename(Session session, String from, String to) {
    require(session, from, true);
    require(session, to, false);
    long before = SchemaTable.cookie(session);
    // References of other tables, of views and triggers keep the name they have.
    ScratchDatabase.run(session, "PRAGMA legacy_alter_table = ON");
    ScratchDatabase.run(
        session, "ALTER TABLE " + Sql.quoted(from) + " RENAME TO " + Sql.quoted(to));
    if (SchemaTable.exists(session)) {
      try (DriverStatement row =
          session.prepare("UPDATE dbrazor_schema SET collection = ?2 WHERE collection = ?1")) {
        row.bindText(1, from);
        row.bindText(2, to);
        row.step();
      }
      SchemaTable.mark(session, before, "");
    }
    return session;
  }

  private static void forget(Session session, String table) {
    if (SchemaTable.exists(session)) {
      try (DriverStatement row =
          session.prepare("DELETE FROM dbrazor_schema WHERE collection = ?1")) {
        row.bindText(1, table);
        row.step();
      }
    }
  }

  private static void require(Session session, String table, boolean wanted) {
    boolean there =
        !Sql.texts(
                session,
                "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name = ?1 COLLATE"
                    + " NOCASE",
                table)
            .isEmpty();
    if (there != wanted) {
      String message =
          "There is " + (wanted ? "no table " : "a table ") + table + "; nothing was changed";
      throw new MigrationException(
          ErrorDetails.of(ErrorCode.MIGRATION, message).withCollection(table), null);
    }
  }
}
