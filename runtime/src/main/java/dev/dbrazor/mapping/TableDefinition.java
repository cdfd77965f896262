package dev.dbrazor.mapping;

import java.util.List;

/**
 * The table of a collection.
 *
 * @param name table name, unquoted
 * @param version {@code @Collection(version)}
 * @param statements {@code CREATE TABLE} first, then its indexes
 */
public record TableDefinition(String name, int version, List<String> statements) {
  public TableDefinition {
    statements = List.copyOf(statements);
  }
}
