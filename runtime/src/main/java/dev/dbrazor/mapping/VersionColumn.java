package dev.dbrazor.mapping;

import java.util.List;

/**
 * A stored column of one version, or a component of a nested record inside one.
 *
 * @param name unquoted
 * @param value what it means, as in the schema file: {@code uuid}, {@code decimal(2)}, {@code
 *     list(string)}
 * @param role {@code id}, {@code version}, {@code created_at}, {@code updated_at}, or empty
 * @param parts the components of a nested record
 */
public record VersionColumn(
    String name, String value, boolean nullable, String role, List<VersionColumn> parts) {
  public VersionColumn {
    parts = List.copyOf(parts);
  }

  /** What is no nested record. */
  public VersionColumn(String name, String value, boolean nullable, String role) {
    this(name, value, nullable, role, List.of());
  }
}
