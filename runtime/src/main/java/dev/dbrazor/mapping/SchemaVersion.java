package dev.dbrazor.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a collection's schema, and the step to it from the one before. Names are those of
 * columns, or places of values inside JSON documents: {@code address.city}, {@code
 * lines[].product}.
 *
 * @param columns the stored columns; empty when only the table is known
 * @param renamed former name by name
 * @param dropped reason by the name of what is given up
 * @param backfilled SQL expression by name: what existing rows get
 * @param upgrades methods to call, in order
 */
public record SchemaVersion(
    TableDefinition table,
    List<VersionColumn> columns,
    Map<String, String> renamed,
    Map<String, String> dropped,
    Map<String, String> backfilled,
    List<UpgradeMethod> upgrades) {
  public SchemaVersion {
    columns = List.copyOf(columns);
    renamed = Map.copyOf(renamed);
    dropped = Map.copyOf(dropped);
    backfilled = Map.copyOf(backfilled);
    upgrades = List.copyOf(upgrades);
  }

  /** A version of which only the table is known. */
  public SchemaVersion(TableDefinition table) {
    this(table, List.of(), Map.of(), Map.of(), Map.of(), List.of());
  }

  /** The column of a name, or null when there is none or none is known. */
  public @Nullable VersionColumn column(String name) {
    return columns.stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }
}
