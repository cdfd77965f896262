package dev.dbrazor.processor.sql;

import java.util.List;

/**
 * Columns whose values occur once in a table, beside the id, and the statements that go with them.
 *
 * @param columns in the order of the finder's parameters
 * @param find one row by these columns; a parameter each
 * @param upsert {@code INSERT … ON CONFLICT (columns) DO UPDATE …}
 */
public record UniqueKey(List<Column> columns, String find, String upsert) {
  public UniqueKey {
    columns = List.copyOf(columns);
  }
}
