package dev.dbrazor.schema;

import dev.dbrazor.mapping.History;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the program was compiled for, of one collection.
 *
 * @param seed puts the first records into a new table
 */
public record Blueprint(TableDefinition table, History history, Consumer<Session> seed) {
  String name() {
    return table.name();
  }

  /** A version, of which at least the table is known; empty for one nothing is known about. */
  Optional<SchemaVersion> version(int number) {
    return history
        .version(number)
        .or(
            () ->
                number == table.version()
                    ? Optional.of(new SchemaVersion(table))
                    : Optional.empty());
  }

  /** The versions to go through from another one, the declared one last. */
  List<SchemaVersion> after(int version) {
    List<SchemaVersion> known =
        history.versions().stream().filter(each -> each.table().version() > version).toList();
    return known.isEmpty() ? List.of(new SchemaVersion(table)) : known;
  }
}
