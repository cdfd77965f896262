package dev.dbrazor.processor.sql;

import java.util.List;

/**
 * Something made from a collection's rows; components as in the runtime's {@code
 * mapping.Derivation}.
 *
 * @param name unquoted: {@code articles$text}
 * @param statements {@code CREATE}, one a table, index or trigger, in order
 * @param fill what brings new ones up to the collection's rows
 */
public record DerivedSql(String name, List<String> statements, List<String> fill) {
  public DerivedSql {
    statements = List.copyOf(statements);
    fill = List.copyOf(fill);
  }
}
