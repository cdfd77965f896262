package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.sql.Storage;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.sql.SqliteDialect;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether a Java value can stand for one of a column of another type.
 *
 * <pre>
 * integers and booleans        one another; also double and float
 * Instant, Duration            long
 * text kinds, JSON             String
 * UUID, vectors                byte[]
 * scaled decimals              nothing else: their units would be taken for the value
 * </pre>
 */
final class Agreement {
  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "Boolean",
          "byte", "Byte",
          "short", "Short",
          "int", "Integer",
          "long", "Long",
          "char", "Character",
          "float", "Float",
          "double", "Double");

  private static final Set<ScalarKind> INTEGERS =
      EnumSet.of(
          ScalarKind.BOOLEAN, ScalarKind.BYTE, ScalarKind.SHORT, ScalarKind.INT, ScalarKind.LONG);

  private Agreement() {}

  /** Whether two Java types are the same but for boxing. */
  static boolean isSameType(TypeName one, TypeName other) {
    return boxed(one).equals(boxed(other));
  }

  static Storage storage(Value value) {
    return Storage.valueOf(new SqliteDialect().columnType(value));
  }

  /**
   * Whether {@code java} can be compared with, stored as, or read from what {@code column} holds.
   */
  static boolean fits(Value java, Value column, boolean inJson) {
    Value mine = stored(java);
    Value other = stored(column);
    if (mine.equals(other) || isSameType(mine.type(), other.type())) {
      return true;
    }
    if (mine instanceof Value.ScaledDecimal || other instanceof Value.ScaledDecimal) {
      return false;
    }
    if (inJson && storage(other) == Storage.BLOB) {
      return isKind(mine, ScalarKind.STRING);
    }
    Storage storage = storage(mine);
    if (storage == Storage.REAL && storage(other) == Storage.INTEGER) {
      return isInteger(other);
    }
    return storage == storage(other) && sameStorage(mine, other, storage);
  }

  private static boolean sameStorage(Value mine, Value other, Storage storage) {
    return switch (storage) {
      case INTEGER -> isInteger(mine) && isInteger(other) || isLong(mine) || isLong(other);
      case TEXT -> isKind(mine, ScalarKind.STRING) || isKind(other, ScalarKind.STRING);
      case BLOB -> isKind(mine, ScalarKind.BYTES) || isKind(other, ScalarKind.BYTES);
      default -> true;
    };
  }

  /** Whether {@code java} can be read from what SQL computes. */
  static boolean fits(Value java, Storage computed) {
    Storage storage = storage(java);
    return computed == Storage.UNKNOWN
        || storage == computed
        || storage == Storage.REAL && computed == Storage.INTEGER;
  }

  /** What is really stored of a wrapped or converted value. */
  static Value stored(Value value) {
    if (value instanceof Value.Wrapper wrapper) {
      return stored(wrapper.wrapped());
    }
    return value instanceof Value.Converted converted ? stored(converted.stored()) : value;
  }

  static boolean isKind(Value value, ScalarKind kind) {
    return value instanceof Value.Scalar scalar && scalar.kind() == kind;
  }

  private static boolean isInteger(Value value) {
    return value instanceof Value.Scalar scalar && INTEGERS.contains(scalar.kind());
  }

  private static boolean isLong(Value value) {
    return isKind(value, ScalarKind.LONG);
  }

  private static TypeName boxed(TypeName type) {
    String box = type.isPrimitive() ? BOXES.get(type.simpleNames().get(0)) : null;
    return box == null ? type : TypeName.of("java.lang", box);
  }
}
