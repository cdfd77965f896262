package dev.dbrazor.value;

/**
 * The exact form of a Java type as a 64-bit integer, in a column and in a JSON document alike. Both
 * directions throw a {@link ValueException} for what does not fit.
 */
public interface IntegerForm<V> {
  long toInteger(V value);

  V fromInteger(long integer);

  /**
   * The value as it reads back; one that cannot be stored comes back unchanged, since binding it is
   * what refuses it.
   */
  default V stored(V value) {
    return value;
  }
}
