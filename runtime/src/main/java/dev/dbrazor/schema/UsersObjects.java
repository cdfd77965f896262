package dev.dbrazor.schema;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.MigrationException;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What users have put beside a table by hand: indexes and triggers go with the table when it is
 * rebuilt and come back after it; views stay, and must still mean something.
 */
final class UsersObjects {
  private static final String VIEWS =
      "SELECT name FROM main.sqlite_schema WHERE type = 'view' ORDER BY name";

  private final Session session;
  private final String table;
  private final List<SchemaEntry> entries = new ArrayList<>();
  private final List<String> views = new ArrayList<>();

  /**
   * @param ours names of the product's own indexes, in lower case
   */
  UsersObjects(Session session, String table, Set<String> ours) {
    this.session = session;
    this.table = table;
    for (SchemaEntry entry : SchemaEntry.own(session, table)) {
      boolean placed = entry.type().equals("trigger") || entry.type().equals("index");
      if (placed && !entry.sql().isEmpty() && !ours.contains(Sql.lower(entry.name()))) {
        entries.add(entry);
      }
    }
    for (String view : Sql.texts(session, VIEWS)) {
      if (fault(view).isEmpty()) {
        views.add(view);
      }
    }
  }

  /** Takes the triggers away, so that none fires for what a migration writes. */
  void dropTriggers() {
    for (SchemaEntry entry : entries) {
      if (entry.type().equals("trigger")) {
        ScratchDatabase.run(session, "DROP TRIGGER IF EXISTS " + Sql.quoted(entry.name()));
      }
    }
  }

  /** Makes the indexes and triggers that are gone again. */
  void restore() {
    Set<String> there =
        SchemaEntry.own(session, table).stream().map(SchemaEntry::name).collect(Collectors.toSet());
    for (SchemaEntry entry : entries) {
      if (there.contains(entry.name())) {
        continue;
      }
      try {
        ScratchDatabase.run(session, entry.sql());
      } catch (DbRazorException e) {
        throw broken(entry.type() + " " + entry.name(), e);
      }
    }
  }

  /** Sees to it that all triggers and views still fit. */
  void check() {
    String name = Sql.quoted(table);
    try {
      session.prepare("EXPLAIN DELETE FROM " + name).close();
      session.prepare("EXPLAIN INSERT INTO " + name + " DEFAULT VALUES").close();
      String column = Sql.texts(session, "SELECT name FROM pragma_table_info(?1)", table).get(0);
      session.prepare("EXPLAIN UPDATE " + name + " SET " + Sql.quoted(column) + " = NULL").close();
    } catch (DbRazorException e) {
      throw broken("a trigger of " + table, e);
    }
    for (String view : views) {
      fault(view)
          .ifPresent(
              e -> {
                throw broken("view " + view, e);
              });
    }
  }

  private Optional<DbRazorException> fault(String view) {
    try {
      session.prepare("SELECT * FROM " + Sql.quoted(view) + " LIMIT 0").close();
      return Optional.empty();
    } catch (DbRazorException e) {
      return Optional.of(e);
    }
  }

  private static MigrationException broken(String what, DbRazorException e) {
    return new MigrationException(
        e.details()
            .withMessage(
                what
                    + ", which was made by hand, does not fit the new table: "
                    + e.getMessage()
                    + "; drop it before the migration and make it again after it"),
        e);
  }
}
