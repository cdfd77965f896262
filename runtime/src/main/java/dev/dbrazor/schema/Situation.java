package dev.dbrazor.schema;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file stands to what the program was compiled for, in one collection.
 *
 * @param from the version it is in; null when there is no table
 * @param differences what stands in the way, a line each
 */
record Situation(Kind kind, @Nullable SchemaVersion from, List<String> differences) {
  enum Kind {
    /** No table, or none any more. */
    ABSENT,
    /** As it should be; what is derived from it may not be. */
    SAME,
    /** An earlier version, from which there is a way. */
    OUTDATED,
    /** A later version than the program's. */
    NEWER,
    /** Something else than what the version should be. */
    DRIFTED,
    /** What the program was compiled for has changed, its version has not. */
    UNDECLARED
  }

  boolean isAbsent() {
    return kind == Kind.ABSENT;
  }

  private static Situation of(Kind kind) {
    return new Situation(kind, null, List.of());
  }

  static Situation of(Session session, Driver driver, Blueprint blueprint) {
    TableDefinition table = blueprint.table();
    List<SchemaEntry> entries = SchemaEntry.own(session, table.name());
    if (entries.isEmpty()) {
      return of(Kind.ABSENT);
    }
    StoredSchema row = SchemaTable.read(session).of(table.name());
    if (row == null) {
      return adopted(session, driver, blueprint, entries);
    }
    if (row.version() != table.version()) {
      return row.version() > table.version()
          ? new Situation(Kind.NEWER, version(blueprint, row.version()), List.of())
          : outdated(session, blueprint, row);
    }
    boolean same = row.fingerprint() == Fingerprint.of(table);
    if (same && row.checksum() == checksum(entries)) {
      return of(Kind.SAME);
    }
    List<String> differences = differences(session, driver, table, entries);
    Kind kind = differences.isEmpty() ? Kind.SAME : same ? Kind.DRIFTED : Kind.UNDECLARED;
    return new Situation(kind, null, differences);
  }

  /** The stored definition is what the table was made by, known to the program or not. */
  private static Situation outdated(Session session, Blueprint blueprint, StoredSchema row) {
    SchemaVersion known = version(blueprint, row.version());
    SchemaVersion from =
        new SchemaVersion(
            new TableDefinition(
                blueprint.name(), row.version(), SchemaTable.definition(session, blueprint.name())),
            known.columns(),
            known.renamed(),
            known.dropped(),
            known.backfilled(),
            known.upgrades());
    return new Situation(Kind.OUTDATED, from, List.of());
  }

  private static SchemaVersion version(Blueprint blueprint, int number) {
    return blueprint
        .version(number)
        .orElseGet(
            () -> new SchemaVersion(new TableDefinition(blueprint.name(), number, List.of())));
  }

  /** A table without a row of ours: from before there was one, or made by hand. */
  private static Situation adopted(
      Session session, Driver driver, Blueprint blueprint, List<SchemaEntry> entries) {
    List<String> differences = differences(session, driver, blueprint.table(), entries);
    if (differences.isEmpty()) {
      return of(Kind.SAME);
    }
    for (SchemaVersion version : blueprint.history().versions()) {
      if (differences(session, driver, version.table(), entries).isEmpty()) {
        return new Situation(Kind.OUTDATED, version, List.of());
      }
    }
    return new Situation(Kind.DRIFTED, null, differences);
  }

  private static List<String> differences(
      Session session, Driver driver, TableDefinition table, List<SchemaEntry> entries) {
    for (SchemaEntry entry : entries) {
      if (entry.isView() || entry.isVirtualTable()) {
        String kind = entry.isView() ? "a view" : "a virtual table";
        return List.of(entry.name() + " is " + kind + ", not the table of a collection");
      }
    }
    Set<String> texts = new HashSet<>();
    entries.forEach(entry -> texts.add(entry.sql()));
    if (texts.containsAll(table.statements())) {
      return List.of();
    }
    Structure found = Structure.read(session, table.name(), entries);
    return ScratchDatabase.structureOf(driver, table).differences(found);
  }

  /** Of all that belongs to a table, in whatever order the engine has it. */
  static long checksum(List<SchemaEntry> entries) {
    List<String> texts = new ArrayList<>();
    entries.forEach(entry -> texts.add(entry.type() + " " + entry.name() + " " + entry.sql()));
    texts.sort(null);
    return Fingerprint.of(texts);
  }
}
