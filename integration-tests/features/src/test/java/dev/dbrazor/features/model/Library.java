package dev.dbrazor.features.model;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.References;
import org.jspecify.annotations.Nullable;

/** A class that holds collections. */
final class Library {
  private Library() {}

  /** A record nested in a class, referring to its own collection; without a given table name. */
  @Collection
  record ShelfRow(
      @Id ShelfNumber id, String title, @References(ShelfRow.class) @Nullable ShelfNumber above) {}

  /** A key the database chooses, wrapped. */
  record ShelfNumber(long value) {}
}
