package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.TypeName;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which path class a value gets: it decides what compiles.
 *
 * <pre>
 * String                              StringPath, FullTextPath
 * int, long, boolean                  IntPath, LongPath, BooleanPath
 * other numbers, scaled decimals      NumberPath
 * BigInteger, BigDecimal, byte[]      ExactPath      can be equal, has no order
 * List, Set                           CollectionPath
 * Map                                 MapPath
 * nested record                       a generated class
 * float[] with Vector                 VectorPath
 * the rest                            ScalarPath     ordered as stored
 * </pre>
 */
final class PathTypes {
  /** Simple names of the runtime's path classes. */
  static final Set<String> NAMES =
      Set.of(
          "StringPath",
          "IntPath",
          "LongPath",
          "BooleanPath",
          "NumberPath",
          "ScalarPath",
          "ExactPath",
          "CollectionPath",
          "MapPath",
          "RecordPath",
          "VectorPath",
          "FullTextPath");

  private final ClassName record;
  private final Constants constants;
  private final PathClasses classes;

  PathTypes(ClassName record, Constants constants, PathClasses classes) {
    this.record = record;
    this.constants = constants;
    this.classes = classes;
  }

  /** A path's type and the expression that makes one. */
  record Path(TypeName type, CodeBlock creation) {}

  Path of(String path, Value value, CodeBlock location) {
    if (value instanceof Value.Nested nested) {
      ClassName type = classes.nested(path, nested);
      return new Path(type, CodeBlock.of("new $T($L)", type, location));
    } else if (value instanceof Value.Elements elements) {
      return collection(path, elements, location);
    } else if (value instanceof Value.Entries entries) {
      return map(path, entries, location);
    } else if (value instanceof Value.Vector) {
      ClassName type = RuntimeTypes.query("VectorPath");
      return new Path(
          JavaTypes.generic(type, record),
          CodeBlock.of("new $T<>($L, $L)", type, location, constants.typeOutside(path, value)));
    } else if (value instanceof Value.Scalar scalar && plainName(scalar.kind()) != null) {
      return plain(plainName(scalar.kind()), location);
    }
    ClassName type = RuntimeTypes.query(typedName(value));
    return new Path(
        JavaTypes.generic(type, record, JavaTypes.boxed(value)),
        CodeBlock.of("new $T<>($L, $L)", type, location, constants.typeOutside(path, value)));
  }

  // new CollectionPath<>(source.column("tags"), CustomerMapping.TAGS_TYPE, ValueTypes.STRING,
  // false)
  private Path collection(String path, Value.Elements value, CodeBlock location) {
    ClassName type = RuntimeTypes.query("CollectionPath");
    return new Path(
        JavaTypes.generic(type, record, JavaTypes.boxed(value), JavaTypes.boxed(value.element())),
        CodeBlock.of(
            "new $T<>($L,$W$L,$W$L,$W$L)",
            type,
            location,
            constants.typeOutside(path, value),
            constants.typeOutside(path + ".element", value.element()),
            value.unique()));
  }

  // new MapPath<>(source.column("phones"), CustomerMapping.PHONES_TYPE, KeyCodecs.STRING,
  //     value -> new StringPath<>(value))
  private Path map(String path, Value.Entries value, CodeBlock location) {
    ClassName type = RuntimeTypes.query("MapPath");
    Path entry = of(path + ".value", value.value(), CodeBlock.of("value"));
    return new Path(
        JavaTypes.generic(
            type, record, JavaTypes.boxed(value.key()), JavaTypes.boxed(value), entry.type()),
        CodeBlock.of(
            "new $T<>($L,$W$L,$W$L,$Wvalue -> $L)",
            type,
            location,
            constants.typeOutside(path, value),
            constants.code().keyCodec(value.key()),
            entry.creation()));
  }

  private Path plain(String name, CodeBlock location) {
    ClassName type = RuntimeTypes.query(name);
    return new Path(JavaTypes.generic(type, record), CodeBlock.of("new $T<>($L)", type, location));
  }

  /** A text that is searched by its words. */
  Path fullText(CodeBlock location) {
    return plain("FullTextPath", location);
  }

  private static @Nullable String plainName(ScalarKind kind) {
    return switch (kind) {
      case STRING -> "StringPath";
      case INT -> "IntPath";
      case LONG -> "LongPath";
      case BOOLEAN -> "BooleanPath";
      default -> null;
    };
  }

  private static String typedName(Value value) {
    if (value instanceof Value.ScaledDecimal) {
      return "NumberPath";
    } else if (value instanceof Value.EnumConstant) {
      return "ScalarPath";
    } else if (value instanceof Value.Json) {
      return "RecordPath";
    } else if (value instanceof Value.Scalar scalar) {
      return switch (scalar.kind()) {
        case BYTE, SHORT, FLOAT, DOUBLE -> "NumberPath";
        case BIG_INTEGER, BIG_DECIMAL, BYTES -> "ExactPath";
        default -> "ScalarPath";
      };
    }
    return isOrdered(value) ? "ScalarPath" : "ExactPath";
  }

  /** Whether a wrapper or a converted value is stored as something whose order means something. */
  private static boolean isOrdered(Value value) {
    if (value instanceof Value.Wrapper wrapper) {
      return isOrdered(wrapper.wrapped());
    } else if (value instanceof Value.Converted converted) {
      return isOrdered(converted.stored());
    }
    boolean single =
        value instanceof Value.Scalar
            || value instanceof Value.ScaledDecimal
            || value instanceof Value.EnumConstant;
    return single && !typedName(value).equals("ExactPath");
  }
}
