package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;

/**
 * A component that a partial update may assign. Implemented by the paths.
 *
 * @param <R> the record
 * @param <V> the component's value
 */
public interface Settable<R, V> {
  /**
   * Assigns a value. Inside a nested record that is missing in the row, the update fails.
   *
   * @throws InvalidArgumentException for null ({@link #setNull} says that), and for an id, a
   *     version or a timestamp that the product keeps itself
   */
  default Assignment<R> set(V value) {
    return Assignment.set(this, value);
  }

  /**
   * Assigns NULL.
   *
   * @throws InvalidArgumentException for a component that is not nullable
   */
  default Assignment<R> setNull() {
    return Assignment.setNull(this);
  }
}
