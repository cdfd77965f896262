package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.ScalarKind;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The Java types that are stored in one value of their own.
 *
 * <pre>
 * boolean byte short int long, boxes    INTEGER
 * float double, boxes                   REAL
 * String, char                          TEXT
 * BigInteger, BigDecimal                TEXT, exact
 * UUID                                  BLOB
 * Instant, Duration                     INTEGER
 * LocalDate, LocalTime, LocalDateTime   TEXT
 * </pre>
 */
final class ScalarTypes {
  private static final Map<String, ScalarKind> CLASSES =
      Map.ofEntries(
          Map.entry("java.lang.Boolean", ScalarKind.BOOLEAN),
          Map.entry("java.lang.Byte", ScalarKind.BYTE),
          Map.entry("java.lang.Short", ScalarKind.SHORT),
          Map.entry("java.lang.Integer", ScalarKind.INT),
          Map.entry("java.lang.Long", ScalarKind.LONG),
          Map.entry("java.lang.Float", ScalarKind.FLOAT),
          Map.entry("java.lang.Double", ScalarKind.DOUBLE),
          Map.entry("java.lang.Character", ScalarKind.CHAR),
          Map.entry("java.lang.String", ScalarKind.STRING),
          Map.entry("java.math.BigInteger", ScalarKind.BIG_INTEGER),
          Map.entry("java.math.BigDecimal", ScalarKind.BIG_DECIMAL),
          Map.entry("java.util.UUID", ScalarKind.UUID),
          Map.entry("java.time.Instant", ScalarKind.INSTANT),
          Map.entry("java.time.Duration", ScalarKind.DURATION),
          Map.entry("java.time.LocalDate", ScalarKind.LOCAL_DATE),
          Map.entry("java.time.LocalTime", ScalarKind.LOCAL_TIME),
          Map.entry("java.time.LocalDateTime", ScalarKind.LOCAL_DATE_TIME));

  private ScalarTypes() {}

  static Optional<ScalarKind> of(TypeMirror type) {
    TypeKind kind = type.getKind();
    if (kind.isPrimitive()) {
      return Optional.of(ScalarKind.valueOf(kind.name()));
    }
    return Optional.ofNullable(CLASSES.get(className(type)));
  }

  /** Qualified name of a class, empty for anything else. */
  static String className(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : "";
  }
}
