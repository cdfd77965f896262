package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.model.Value;

/**
 * A column of a collection: what its values mean.
 *
 * @param table the collection's name
 * @param name unquoted
 * @param value what the component holds
 * @param inJson whether it shows a value of a JSON document, where a UUID is text
 * @param storage what SQLite stores
 * @param nullness by the schema
 */
public record SchemaColumn(
    String table, String name, Value value, boolean inJson, Storage storage, Nullness nullness) {
  /** {@code customers.age}, as messages name it. */
  public String label() {
    return table + "." + name;
  }

  /** The digits after the point, or -1 for what is no scaled decimal. */
  public int scale() {
    return value instanceof Value.ScaledDecimal decimal ? decimal.scale() : -1;
  }

  /** Whether two columns hold the same kind of value, so that one can stand for the other. */
  boolean means(SchemaColumn other) {
    return inJson == other.inJson && value.equals(other.value);
  }
}
