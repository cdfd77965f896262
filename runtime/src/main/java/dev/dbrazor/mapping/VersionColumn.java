package dev.dbrazor.mapping;

/**
 * A stored column of one version.
 *
 * @param name unquoted
 * @param value what it means, as in the schema file: {@code uuid}, {@code decimal(2)}, {@code
 *     list(string)}
 * @param role {@code id}, {@code version}, {@code created_at}, {@code updated_at}, or empty
 */
public record VersionColumn(String name, String value, boolean nullable, String role) {}
