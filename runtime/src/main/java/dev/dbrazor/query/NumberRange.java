package dev.dbrazor.query;

import dev.dbrazor.mapping.ValueType;
import dev.dbrazor.mapping.ValueTypes;

/**
 * What a sum must stay within, as a condition on it. The engine's own integers are 64 bits wide.
 */
enum NumberRange {
  BYTE("byte", " BETWEEN -128 AND 127"),
  SHORT("short", " BETWEEN -32768 AND 32767"),
  INT("int", " BETWEEN -2147483648 AND 2147483647"),
  FLOAT("float", " BETWEEN -3.4028234663852886e38 AND 3.4028234663852886e38"),
  DOUBLE("double", " BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308"),
  // A sum beyond 64 bits turns into a REAL.
  LONG("long", " = 'integer'");

  private final String type;
  private final String condition;

  NumberRange(String type, String condition) {
    this.type = type;
    this.condition = condition;
  }

  static NumberRange of(ValueType<?> type) {
    if (is(type, ValueTypes.BYTE)) {
      return BYTE;
    }
    if (is(type, ValueTypes.SHORT)) {
      return SHORT;
    }
    if (is(type, ValueTypes.FLOAT)) {
      return FLOAT;
    }
    return is(type, ValueTypes.DOUBLE) ? DOUBLE : LONG;
  }

  /** In a column or in a document. */
  private static boolean is(ValueType<?> type, ValueType<?> number) {
    return type == number || type.equals(number.inJson());
  }

  String type() {
    return type;
  }

  Node holds(Node sum) {
    return this == LONG
        ? out -> out.text("typeof(").node(sum).text(")" + condition)
        : out -> out.node(sum).text(condition);
  }
}
