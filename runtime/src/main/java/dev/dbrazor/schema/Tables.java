package dev.dbrazor.schema;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.MigrationException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that a collection's table is there and is what the program was compiled for. */
public final class Tables {
  private final Sessions sessions;
  private final Driver driver;
  private final boolean readOnly;

  /**
   * @param driver opens a temporary file when a table is not literally what was expected
   */
  public Tables(Sessions sessions, Driver driver, boolean readOnly) {
    this.sessions = sessions;
    this.driver = driver;
    this.readOnly = readOnly;
  }

  /**
   * Makes the table and its indexes, all or nothing, when it is absent; compares it when it is
   * there. One read when nothing has changed.
   *
   * @throws MigrationException naming each difference, or a view or virtual table of that name; the
   *     file is as it was
   * @throws ReadOnlyDatabaseException when the table is absent and nothing may be written
   */
  public void ensure(TableDefinition table) {
    List<SchemaEntry> entries = sessions.read(session -> SchemaEntry.of(session, table.name()));
    if (entries.isEmpty() && !readOnly) {
      // Read again once nobody else can write: another process may have been faster.
      entries = sessions.atomically(session -> createUnlessPresent(session, table));
    }
    if (entries.isEmpty()) {
      throw new ReadOnlyDatabaseException(
          "table " + table.name() + " does not exist, and the database was opened read-only");
    }
    requireOrdinaryTable(table, entries);
    if (!isLiterally(table, entries)) {
      compare(table, entries);
    }
  }

  private static List<SchemaEntry> createUnlessPresent(Session session, TableDefinition table) {
    if (SchemaEntry.of(session, table.name()).isEmpty()) {
      table.statements().forEach(statement -> ScratchDatabase.run(session, statement));
    }
    return SchemaEntry.of(session, table.name());
  }

  private static void requireOrdinaryTable(TableDefinition table, List<SchemaEntry> entries) {
    for (SchemaEntry entry : entries) {
      if (entry.isView() || entry.isVirtualTable()) {
        String kind = entry.isView() ? "a view" : "a virtual table";
        throw error(table, entry.name() + " is " + kind + ", not the table of a collection");
      }
    }
  }

  private static boolean isLiterally(TableDefinition table, List<SchemaEntry> entries) {
    Set<String> found = new HashSet<>();
    entries.forEach(entry -> found.add(entry.sql()));
    return found.containsAll(table.statements());
  }

  private void compare(TableDefinition table, List<SchemaEntry> entries) {
    Structure wanted = ScratchDatabase.structureOf(driver, table);
    Structure found = sessions.read(session -> Structure.read(session, table.name(), entries));
    List<String> differences = wanted.differences(found);
    if (!differences.isEmpty()) {
      throw error(
          table,
          "table "
              + table.name()
              + " is not what the program was compiled for:\n  "
              + String.join("\n  ", differences));
    }
  }

  private static MigrationException error(TableDefinition table, String message) {
    return new MigrationException(
        ErrorDetails.of(ErrorCode.MIGRATION, message).withCollection(table.name()), null);
  }
}
