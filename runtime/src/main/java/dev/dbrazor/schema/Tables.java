package dev.dbrazor.schema;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.MigrationException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sees to it that a collection's table is there and is what the program was compiled for. */
public final class Tables {
  private static final Logger LOG = System.getLogger(Tables.class.getName());

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
   * Makes the table, its indexes and what is derived from it, all or nothing, when it is absent;
   * compares it when it is there. What is derived and missing, changed or of no use any more is
   * made anew or dropped. One read when nothing has changed.
   *
   * @throws MigrationException naming each difference, or a view or virtual table of that name; the
   *     file is as it was
   * @throws ReadOnlyDatabaseException when something would have to be made and nothing may be
   *     written
   */
  public void ensure(TableDefinition table) {
    List<SchemaEntry> entries = sessions.read(session -> SchemaEntry.of(session, table.name()));
    if (own(table, entries).isEmpty() && !readOnly) {
      // Read again once nobody else can write: another process may have been faster.
      entries = sessions.atomically(session -> createUnlessPresent(session, table));
    }
    List<SchemaEntry> own = own(table, entries);
    if (own.isEmpty()) {
      throw new ReadOnlyDatabaseException(
          "table " + table.name() + " does not exist, and the database was opened read-only");
    }
    requireOrdinaryTable(table, own);
    if (!isLiterally(table, own)) {
      compare(table, own);
    }
    if (!new Derivations(table, entries).stale().isEmpty()) {
      refreshDerived(table);
    }
  }

  public boolean isReadOnly() {
    return readOnly;
  }

  /** Whether {@link #ensure} would have nothing to make. */
  public boolean isComplete(TableDefinition table) {
    List<SchemaEntry> entries = sessions.read(session -> SchemaEntry.of(session, table.name()));
    return !own(table, entries).isEmpty() && new Derivations(table, entries).stale().isEmpty();
  }

  /** Drops all that is derived from the table, and makes and fills it anew. */
  public void rederive(TableDefinition table) {
    sessions.<@Nullable Void>atomically(
        session -> {
          dropDerived(session, table);
          makeDerived(session, table);
          return null;
        });
  }

  /** Drops all that is derived from the table, known or not: before the table is changed. */
  static void dropDerived(Session session, TableDefinition table) {
    new Derivations(table, SchemaEntry.of(session, table.name())).drop(session);
  }

  /** Makes and fills all that is derived from the table, of which nothing may be there. */
  static void makeDerived(Session session, TableDefinition table) {
    Derivations derivations = new Derivations(table, List.of());
    derivations.remake(session, derivations.wanted());
  }

  private static List<SchemaEntry> own(TableDefinition table, List<SchemaEntry> entries) {
    return entries.stream().filter(entry -> !entry.isDerivedFrom(table.name())).toList();
  }

  private static List<SchemaEntry> createUnlessPresent(Session session, TableDefinition table) {
    if (own(table, SchemaEntry.of(session, table.name())).isEmpty()) {
      dropDerived(session, table);
      table.statements().forEach(statement -> ScratchDatabase.run(session, statement));
      makeDerived(session, table);
    }
    return SchemaEntry.of(session, table.name());
  }

  private void refreshDerived(TableDefinition table) {
    if (readOnly) {
      throw new ReadOnlyDatabaseException(
          "what is derived from table "
              + table.name()
              + " is missing or not what the program was compiled for, and the database was opened"
              + " read-only; open it once for writing");
    }
    sessions.<@Nullable Void>atomically(
        session -> {
          Derivations found = new Derivations(table, SchemaEntry.of(session, table.name()));
          Set<String> stale = found.stale();
          found.remake(session, stale);
          LOG.log(Level.INFO, () -> "Brought up to table " + table.name() + ": " + stale);
          return null;
        });
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
