package dev.dbrazor;

import org.jspecify.annotations.Nullable;

/**
 * Makes one value of one row.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface RowMapper<T extends @Nullable Object> {
  /** The row is valid during the call only. */
  T map(Row row);
}
