package dev.dbrazor.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a collection came to be what it is, as generated code knows it from the schema files.
 *
 * @param versions oldest first, the record's own last; empty when nothing but the table is known
 * @param seed the first records of a new table, or null
 */
public record History(
    List<SchemaVersion> versions, @Nullable Supplier<? extends List<? extends Record>> seed) {
  /** Of a collection that has only ever had one version. */
  public static final History NONE = new History(List.of(), null);

  public History {
    versions = List.copyOf(versions);
  }

  public Optional<SchemaVersion> version(int number) {
    return versions.stream().filter(each -> each.table().version() == number).findFirst();
  }
}
