package dev.dbrazor.mapping;

import java.util.List;

/**
 * The full-text index of a collection.
 *
 * @param name the FTS5 table, unquoted
 * @param key the column of the collection's table that the index's {@code rowid} is, unquoted
 * @param columns what is indexed, unquoted, in the index's order
 * @param weights what words found there count, one a column
 */
public record FullTextIndex(String name, String key, List<String> columns, List<Double> weights) {
  public FullTextIndex {
    columns = List.copyOf(columns);
    weights = List.copyOf(weights);
  }
}
