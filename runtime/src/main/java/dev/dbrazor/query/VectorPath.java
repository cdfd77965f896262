package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;

/**
 * The path of a vector component.
 *
 * @param <R> the record
 */
public final class VectorPath<R> extends Expression<R, float[]> implements Settable<R, float[]> {
  /** For generated code. */
  public VectorPath(Location<R> location, ValueType<float[]> type) {
    super(location, type);
  }
}
