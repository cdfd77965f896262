package dev.dbrazor.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How one Java type is bound, read, and put into the JSON array behind {@code in(…)}.
 *
 * @param <V> the Java type
 */
public interface ValueType<V> {
  /** Binds a value that is not null. */
  void bind(Binder to, int parameter, V value);

  /** Binds a whole number that is compared with such values; a scaled decimal scales it. */
  default void bindWhole(Binder to, int parameter, long value) {
    to.int64(parameter, value);
  }

  /** The fraction digits of a decimal that is stored as a count of its smallest unit; else 0. */
  default int scale() {
    return 0;
  }

  /** Reads a column that is not NULL; a value out of range is a {@code MappingException}. */
  V read(ResultRow row, int column);

  /**
   * The value as a later read returns it, e.g. an instant cut to the microsecond; null stays null.
   */
  default @Nullable V stored(@Nullable V value) {
    return value;
  }

  /**
   * The value as an item of the JSON array that {@code in} binds: a Long, a Double or a String. A
   * double survives the way through text: Java writes digits that belong to it alone, and SQLite
   * reads them to the nearest double (a test compares a million).
   */
  Object listItem(V value);

  /**
   * SQL that turns {@code value} of {@code json_each} back into what the column holds: {@code
   * value} or {@code unhex(value)}.
   */
  default String listItemSql() {
    return "value";
  }

  /** The same Java type as it stands inside a JSON document, where a UUID is text, not a BLOB. */
  default ValueType<V> inJson() {
    return this;
  }

  /**
   * Parameter text for assigning inside a JSON document: {@code ?}, or {@code json(?)} for what is
   * JSON itself.
   */
  default String jsonParameter() {
    return "?";
  }
}
