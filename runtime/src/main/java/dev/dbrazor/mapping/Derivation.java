package dev.dbrazor.mapping;

import java.util.List;

/**
 * Something made from a collection's rows and kept up to date by the database: an index for full
 * text, a log of changed rows. It holds nothing of its own, so it may be dropped and made again at
 * any time.
 *
 * @param name the table's name, {@code $}, one of {@link #WORDS}, and what tells several of them
 *     apart: {@code articles$text}, {@code articles$vector_embedding}. All its tables and triggers
 *     have this name, or begin with it and another {@code $}; names of collections have no {@code
 *     $}
 * @param statements {@code CREATE}, one a table, index or trigger, in order
 * @param fill what brings new ones up to the collection's rows
 */
public record Derivation(String name, List<String> statements, List<String> fill) {
  /** What marks a table or trigger as derived: others beside a collection are left alone. */
  public static final List<String> WORDS = List.of("text", "vector_");

  public Derivation {
    statements = List.copyOf(statements);
    fill = List.copyOf(fill);
  }
}
