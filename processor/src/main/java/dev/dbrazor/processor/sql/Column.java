package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component;
import java.util.List;

/**
 * One column of a table.
 *
 * @param name unquoted
 * @param component whose value it holds or shows
 * @param source the column it is generated from, unquoted; the same as {@code name} for a column of
 *     its own
 * @param keys lead from the source's JSON document to the value; empty for a column of its own
 */
public record Column(String name, Component component, String source, List<String> keys) {
  public Column {
    keys = List.copyOf(keys);
  }

  public boolean isGenerated() {
    return !keys.isEmpty();
  }
}
