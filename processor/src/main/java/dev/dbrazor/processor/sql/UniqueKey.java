package dev.dbrazor.processor.sql;

import java.util.List;
import java.util.Optional;

/**
 * Columns whose values occur once in a table, beside the id, and the statements that go with them.
 *
 * @param columns in the order of the finder's parameters
 * @param find one row by these columns; a parameter each
 * @param upsert {@code INSERT … ON CONFLICT (columns) DO UPDATE …}; empty where the engine counts
 *     one of the columns, which a new row never has in common with another
 */
public record UniqueKey(List<Column> columns, String find, Optional<String> upsert) {
  public UniqueKey {
    columns = List.copyOf(columns);
  }
}
