package dev.dbrazor.processor.sql;

import java.util.List;

/**
 * The full-text index of a collection.
 *
 * @param name of the virtual table, unquoted
 * @param key the collection's integer key, unquoted
 * @param columns what is indexed, in the index's order
 */
public record TextIndex(String name, String key, List<Column> columns) {
  public TextIndex {
    columns = List.copyOf(columns);
  }
}
