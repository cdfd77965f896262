package dev.dbrazor.processor.schema;

import dev.dbrazor.processor.model.Hints;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a collection's way to its declared version.
 *
 * @param versions oldest first, the declared one last
 */
public record HistoryModel(List<SchemaFile> versions, Hints hints) {
  public HistoryModel {
    versions = List.copyOf(versions);
  }

  public SchemaFile declared() {
    return versions.get(versions.size() - 1);
  }

  public Optional<SchemaFile> version(int number) {
    return versions.stream().filter(each -> each.version() == number).findFirst();
  }

  /** Whether there is anything to tell at run time. */
  public boolean isNeeded() {
    return declared().version() > 1 || !hints.seed().isEmpty() || !hints.upgrades().isEmpty();
  }
}
