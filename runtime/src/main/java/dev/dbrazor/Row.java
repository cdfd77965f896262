package dev.dbrazor;

import org.jspecify.annotations.Nullable;

/**
 * One row of an own query. Columns count from 0 or go by their name in the result, in any case. A
 * column that does not exist, holds NULL, another type, or a number out of range is a {@link
 * MappingException} that names it.
 */
public interface Row {
  boolean isNull(int column);

  String text(int column);

  @Nullable String textOrNull(int column);

  long int64(int column);

  int int32(int column);

  /** A whole number is widened. */
  double float64(int column);

  byte[] blob(int column);

  boolean isNull(String column);

  String text(String column);

  @Nullable String textOrNull(String column);

  long int64(String column);

  int int32(String column);

  /** A whole number is widened. */
  double float64(String column);

  byte[] blob(String column);
}
