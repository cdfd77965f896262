package dev.dbrazor.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * An index of the table, from {@code @Index}, {@code @Indexed} or {@code @References}; what
 * {@code @Unique} makes is one with {@code unique}.
 *
 * @param columns column names, unquoted
 * @param unique whether it is a unique index
 * @param where the condition of a partial index
 */
public record IndexModel(List<String> columns, boolean unique, Optional<String> where) {
  public IndexModel {
    columns = List.copyOf(columns);
  }
}
