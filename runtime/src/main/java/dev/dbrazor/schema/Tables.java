package dev.dbrazor.schema;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.MigrationException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.SchemaDowngradeException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.Session;
import dev.dbrazor.schema.SchemaTable.Content;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a collection's table is there and is what the program was compiled for. What the
 * file says about all its collections is read once, with the first of them.
 */
public final class Tables {
  private final PooledSessions sessions;
  private final Driver driver;
  private final boolean readOnly;
  private final Supplier<MigrationRun> migrations;
  private volatile @Nullable Content known;

  /**
   * @param driver opens a temporary file when a table is not literally what was expected
   */
  public Tables(
      PooledSessions sessions, Driver driver, boolean readOnly, Supplier<MigrationRun> migrations) {
    this.sessions = sessions;
    this.driver = driver;
    this.readOnly = readOnly;
    this.migrations = migrations;
  }

  /**
   * Makes tables, their indexes and what is derived from them, where they are absent; brings those
   * in an earlier version to the program's; compares the others. When one of several has to be
   * migrated all of it is one transaction, and so it is when several are made. What is derived and
   * missing, changed or of no use any more is made anew or dropped.
   *
   * @return those for which a migration has to be asked
   * @throws MigrationException naming each difference, or what went wrong; the file is as it was
   * @throws SchemaDowngradeException when the file is in a later version; it is left alone
   * @throws ReadOnlyDatabaseException when something would have to be made and nothing may be
   *     written
   */
  public List<Blueprint> ensureAll(List<Blueprint> blueprints) {
    List<Blueprint> unsettled = new ArrayList<>();
    for (Blueprint blueprint : blueprints) {
      if (!isCurrent(blueprint.table())) {
        unsettled.add(blueprint);
      }
    }
    return unsettled.isEmpty() ? List.of() : makeOrMigrate(unsettled);
  }

  private List<Blueprint> makeOrMigrate(List<Blueprint> unsettled) {
    List<Blueprint> absent = new ArrayList<>();
    List<Blueprint> outdated = new ArrayList<>();
    for (Blueprint blueprint : unsettled) {
      switch (required(blueprint)) {
        case ABSENT -> absent.add(blueprint);
        case OUTDATED -> outdated.add(blueprint);
        default -> {}
      }
    }
    List<Blueprint> waiting = migrations.get().isAutomatic() ? List.of() : outdated;
    if (outdated.size() > waiting.size()) {
      migrate(unsettled);
    } else if (!absent.isEmpty()) {
      sessions.<@Nullable Void>atomically(session -> create(session, absent));
    }
    known = null;
    unsettled.stream().filter(each -> !waiting.contains(each)).forEach(this::settle);
    return waiting;
  }

  /**
   * The same for one.
   *
   * @return false when a migration has to be asked for
   */
  public boolean ensure(Blueprint blueprint) {
    return ensureAll(List.of(blueprint)).isEmpty();
  }

  /** How a collection stands, when that is nothing to be refused. */
  private Situation.Kind required(Blueprint blueprint) {
    Situation situation = situation(blueprint);
    DbRazorException refusal = Refusals.of(blueprint, situation, readOnly, migrations.get().file());
    if (refusal != null) {
      throw refusal;
    }
    return situation.kind();
  }

  /** Whether the table is known to be what the program was compiled for: most are. */
  public boolean isCurrent(TableDefinition table) {
    return content().isCurrent(table);
  }

  private Content content() {
    Content content = known;
    if (content == null) {
      content = sessions.read(SchemaTable::read);
      known = content;
    }
    return content;
  }

  private Situation situation(Blueprint blueprint) {
    return sessions.read(session -> Situation.of(session, driver, blueprint));
  }

  /**
   * Brings collections to the program's version, all or none, unless somebody else has done so
   * meanwhile.
   */
  public void migrate(List<Blueprint> blueprints) {
    migrations.get().run(blueprints);
    known = null;
  }

  /** What {@link #migrate} would do for each. */
  public List<MigrationScript> scripts(List<Blueprint> blueprints) {
    return migrations.get().scripts(blueprints);
  }

  /** Whether {@link #ensure} would have nothing to write. */
  public boolean isComplete(Blueprint blueprint) {
    return isCurrent(blueprint.table())
        || situation(blueprint).kind() == Situation.Kind.SAME && stale(blueprint.table()).isEmpty();
  }

  /** The version a collection is in; 0 when there is no word of it. */
  public int storedVersion(Blueprint blueprint) {
    SchemaVersion from = situation(blueprint).from();
    return from == null ? blueprint.table().version() : from.table().version();
  }

  private static @Nullable Void create(Session session, List<Blueprint> blueprints) {
    blueprints.forEach(blueprint -> create(session, blueprint));
    return null;
  }

  /** Makes a table, in a transaction. */
  static void create(Session session, Blueprint blueprint) {
    TableDefinition table = blueprint.table();
    long before = SchemaTable.cookie(session);
    // Looked at again where nobody else can write: another process may have been faster.
    if (SchemaEntry.own(session, table.name()).isEmpty()) {
      dropDerived(session, table);
      table.statements().forEach(statement -> ScratchDatabase.run(session, statement));
      makeDerived(session, table);
      blueprint.seed().accept(session);
      note(session, table, before);
    }
  }

  /** Writes down what a collection is now. */
  static void note(Session session, TableDefinition table, long before) {
    long checksum = Situation.checksum(SchemaEntry.own(session, table.name()));
    SchemaTable.write(session, table, checksum);
    SchemaTable.mark(session, before, table.name());
  }

  /** What is derived follows the table; and a row that is out of date is written anew. */
  private void settle(Blueprint blueprint) {
    TableDefinition table = blueprint.table();
    Set<String> stale = stale(table);
    if (readOnly) {
      if (!stale.isEmpty()) {
        throw new ReadOnlyDatabaseException(
            "what is derived from table "
                + table.name()
                + " is missing or not what the program was compiled for, and the database was"
                + " opened read-only; open it once for writing");
      }
    } else if (!stale.isEmpty() || !sessions.inTransaction() && !content().isCurrent(table)) {
      sessions.atomically(session -> refresh(session, blueprint));
      known = null;
    }
  }

  public boolean isReadOnly() {
    return readOnly;
  }

  private @Nullable Void refresh(Session session, Blueprint blueprint) {
    TableDefinition table = blueprint.table();
    long before = SchemaTable.cookie(session);
    if (Situation.of(session, driver, blueprint).kind() == Situation.Kind.SAME) {
      Derivations found = new Derivations(table, SchemaEntry.of(session, table.name()));
      Set<String> stale = found.stale();
      found.remake(session, stale);
      System.getLogger(Tables.class.getName())
          .log(Level.DEBUG, () -> "Brought up to table " + table.name() + ": " + stale);
      note(session, table, before);
      SchemaTable.markUnchanged(session);
    }
    return null;
  }

  private Set<String> stale(TableDefinition table) {
    List<SchemaEntry> entries = sessions.read(session -> SchemaEntry.of(session, table.name()));
    return new Derivations(table, entries).stale();
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
}
