package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;
import java.util.List;

/** Values as operands and as parts of JSON documents. */
final class Values {
  private static final String JSON = "json(?)";

  private Values() {}

  /** An operand of a comparison; what is JSON itself is brought into the engine's own form. */
  static <V> Node compared(List<String> names, V value, ValueType<V> type) {
    Value<V> parameter = new Value<>(names, copy(value), type);
    return areDocuments(type) ? inside(JSON, parameter) : parameter;
  }

  /** Whether values are JSON documents. */
  static boolean areDocuments(ValueType<?> type) {
    return type.jsonParameter().equals(JSON);
  }

  /** A value to put into a document. */
  static <V> Node inDocument(List<String> names, V value, ValueType<V> type) {
    return inside(type.jsonParameter(), new Value<>(names, copy(value), type));
  }

  /** A value to store in a column. */
  static <V> Node stored(List<String> names, V value, ValueType<V> type) {
    return new Value<>(names, copy(value), type);
  }

  private static Node inside(String text, Parameter parameter) {
    return out -> out.parameters(text, 1, parameter);
  }

  /** Arrays are the only values that could change until the query runs. */
  @SuppressWarnings("unchecked")
  private static <V> V copy(V value) {
    if (value instanceof byte[] bytes) {
      return (V) bytes.clone();
    }
    return value instanceof float[] floats ? (V) floats.clone() : value;
  }
}
