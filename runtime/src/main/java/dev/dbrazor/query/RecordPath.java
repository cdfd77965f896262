package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;

/**
 * The path of a nested record, stored as one JSON document; generated subclasses lead into it.
 *
 * @param <R> the record
 * @param <V> the nested record
 */
public class RecordPath<R, V> extends Expression<R, V> implements Settable<R, V> {
  /** For generated code. */
  public RecordPath(Location<R> location, ValueType<V> type) {
    super(location, type);
  }
}
