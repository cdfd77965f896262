package dev.dbrazor.mapping;

import java.util.List;

/**
 * The table of a collection.
 *
 * @param name table name, unquoted
 * @param version {@code @Collection(version)}
 * @param statements {@code CREATE TABLE} first, then its indexes
 * @param derived what is made from its rows
 */
public record TableDefinition(
    String name, int version, List<String> statements, List<Derivation> derived) {
  public TableDefinition {
    statements = List.copyOf(statements);
    derived = List.copyOf(derived);
  }

  /** A table from which nothing is derived. */
  public TableDefinition(String name, int version, List<String> statements) {
    this(name, version, statements, List.of());
  }
}
