package dev.dbrazor.processor.model;

import java.util.List;

/**
 * How a collection's records are identified.
 *
 * @param kind who makes the id
 * @param components the id's components: several for a composite key
 */
public record IdModel(Kind kind, List<Component> components) {
  public IdModel {
    components = List.copyOf(components);
  }

  /** Who makes the id when a record comes without one. */
  public enum Kind {
    /** {@code long} or {@code Long}, maybe wrapped: the table's integer primary key. */
    DATABASE_KEY,
    /** {@code UUID}, maybe wrapped: a time-ordered one is generated. */
    UUID,
    /** {@code String}, maybe wrapped: a time-ordered UUID's text is generated. */
    TEXT,
    /** Several components: the caller gives them all. */
    COMPOSITE
  }
}
