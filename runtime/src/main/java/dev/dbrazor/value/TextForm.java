package dev.dbrazor.value;

/**
 * The exact form of a Java type as text, in a column, in a JSON document, and as a key of a JSON
 * object. {@link #fromText} throws a {@link ValueException} for text that {@link #toText} does not
 * write: equal values have equal text.
 */
public interface TextForm<V> {
  String toText(V value);

  V fromText(String text);

  /**
   * The value as it reads back; one that cannot be stored comes back unchanged, since binding it is
   * what refuses it.
   */
  default V stored(V value) {
    return value;
  }
}
