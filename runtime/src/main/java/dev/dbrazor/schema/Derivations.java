package dev.dbrazor.schema;

import dev.dbrazor.mapping.Derivation;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is derived from a table: made and filled with it, made again where it is not what the
 * program was compiled for. All of one derivation goes or stays together.
 */
final class Derivations {
  private final TableDefinition table;
  private final List<SchemaEntry> found;

  /**
   * @param entries of the table; those that are not derived are ignored
   */
  Derivations(TableDefinition table, List<SchemaEntry> entries) {
    this.table = table;
    this.found =
        entries.stream()
            .filter(entry -> entry.isDerivedFrom(table.name()))
            .filter(entry -> entries.stream().noneMatch(entry::isInside))
            .toList();
  }

  /** What has to be made anew, or dropped, by name; empty when all is as it should be. */
  Set<String> stale() {
    Set<String> stale = found.stream().map(this::derivation).collect(Collectors.toSet());
    for (Derivation wanted : table.derived()) {
      if (isThere(wanted)) {
        stale.remove(key(wanted.name()));
      } else {
        stale.add(key(wanted.name()));
      }
    }
    return new TreeSet<>(stale);
  }

  /** Drops these, and makes and fills those among them that are wanted. */
  void remake(Session session, Set<String> names) {
    drop(session, names);
    for (Derivation wanted : table.derived()) {
      if (names.contains(key(wanted.name()))) {
        wanted.statements().forEach(sql -> ScratchDatabase.run(session, sql));
        wanted.fill().forEach(sql -> ScratchDatabase.run(session, sql));
      }
    }
  }

  /** Drops everything derived from the table, known or not. */
  void drop(Session session) {
    drop(session, found.stream().map(this::derivation).collect(Collectors.toSet()));
  }

  /** The names of all that is wanted. */
  Set<String> wanted() {
    return table.derived().stream()
        .map(each -> key(each.name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Triggers first, which could not be left without their tables. */
  private void drop(Session session, Set<String> names) {
    for (String type : List.of("trigger", "view", "table")) {
      for (SchemaEntry entry : found) {
        if (entry.type().equals(type) && names.contains(derivation(entry))) {
          String name = '"' + entry.name().replace("\"", "\"\"") + '"';
          ScratchDatabase.run(session, "DROP " + type + " IF EXISTS " + name);
        }
      }
    }
  }

  private boolean isThere(Derivation wanted) {
    Set<String> texts = new HashSet<>();
    for (SchemaEntry entry : found) {
      if (!entry.sql().isEmpty() && derivation(entry).equals(key(wanted.name()))) {
        texts.add(SqlTokens.normalized(entry.sql()));
      }
    }
    return texts.equals(
        wanted.statements().stream().map(SqlTokens::normalized).collect(Collectors.toSet()));
  }

  /** {@code articles$text} of {@code articles$text$insert}. */
  private String derivation(SchemaEntry entry) {
    int end = entry.name().indexOf('$', table.name().length() + 1);
    return key(end < 0 ? entry.name() : entry.name().substring(0, end));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
