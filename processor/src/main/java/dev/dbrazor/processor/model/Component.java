package dev.dbrazor.processor.model;

import java.util.Optional;

/**
 * One record component, of the collection's record, an embedded one or a nested one.
 *
 * @param name as written in Java; also its key in JSON
 * @param path from the collection's record: {@code address.city}
 * @param column its column's name, unquoted; the generated column for a nested component that is
 *     indexed, unique or full text, else for a nested component empty
 * @param value what it holds
 * @param nullable NULL allowed in the schema (ids, versions and timestamps never are)
 * @param optional declared as {@code Optional<T>}
 * @param unique {@code @Unique}
 * @param indexed {@code @Indexed}
 * @param role what the product itself does with it
 * @param defaultSql {@code @Default}
 * @param checkSql {@code @Check}
 * @param reference {@code @References}
 * @param fullText {@code @FullText}
 */
public record Component(
    String name,
    String path,
    Optional<String> column,
    Value value,
    boolean nullable,
    boolean optional,
    boolean unique,
    boolean indexed,
    Role role,
    Optional<String> defaultSql,
    Optional<String> checkSql,
    Optional<Reference> reference,
    Optional<FullText> fullText) {
  /** What the product itself does with a component. */
  public enum Role {
    PLAIN,
    ID,
    VERSION,
    CREATED_AT,
    UPDATED_AT,
    SEQUENCE
  }
}
