package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.Map;

/**
 * Expressions that make a value's {@code ValueType}, {@code JsonCodec} or {@code KeyCodec}.
 *
 * <pre>
 * long                          ValueTypes.LONG
 * Tier                          ValueTypes.enumeration(Tier.values())
 * record Email(String value)    ValueTypes.wrapped(ValueTypes.STRING, Email::value, Email::new)
 * List of Address               ValueTypes.json(JsonCodecs.list(AddressJson.INSTANCE), true)
 * </pre>
 */
final class ValueCode {
  private final Map<TypeName, String> codecs;
  private final Map<TypeName, String> converters;

  /**
   * @param codecs nested record to the generated class of its JSON codec
   * @param converters converter class to the constant that holds one
   */
  ValueCode(Map<TypeName, String> codecs, Map<TypeName, String> converters) {
    this.codecs = codecs;
    this.converters = converters;
  }

  CodeBlock valueType(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return CodeBlock.of("$T.$L", RuntimeTypes.VALUE_TYPES, scalar.kind().name());
    } else if (value instanceof Value.Wrapper wrapper) {
      return wrapped(RuntimeTypes.VALUE_TYPES, valueType(wrapper.wrapped()), wrapper);
    } else if (value instanceof Value.Converted converted) {
      return converted(RuntimeTypes.VALUE_TYPES, valueType(converted.stored()), converted);
    }
    CodeBlock simple = simple(RuntimeTypes.VALUE_TYPES, value);
    return simple.isEmpty()
        ? CodeBlock.of(
            "$T.json($L, $L)", RuntimeTypes.VALUE_TYPES, codec(value), Lossless.inJson(value))
        : simple;
  }

  CodeBlock codec(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return CodeBlock.of("$T.$L", RuntimeTypes.JSON_CODECS, scalar.kind().name());
    } else if (value instanceof Value.Wrapper wrapper) {
      return wrapped(RuntimeTypes.JSON_CODECS, codec(wrapper.wrapped()), wrapper);
    } else if (value instanceof Value.Converted converted) {
      return converted(RuntimeTypes.JSON_CODECS, codec(converted.stored()), converted);
    } else if (value instanceof Value.Nested nested) {
      return CodeBlock.of("$L.INSTANCE", codecs.get(nested.type()));
    } else if (value instanceof Value.Elements elements) {
      return CodeBlock.of(
          "$T.$L($L)",
          RuntimeTypes.JSON_CODECS,
          elements.unique() ? "set" : "list",
          nullable(codec(elements.element()), elements.nullableElements()));
    } else if (value instanceof Value.Entries entries) {
      return CodeBlock.of(
          "$T.map($L, $L)",
          RuntimeTypes.JSON_CODECS,
          keyCodec(entries.key()),
          nullable(codec(entries.value()), entries.nullableValues()));
    } else if (value instanceof Value.Json) {
      return CodeBlock.of("$T.INSTANCE", RuntimeTypes.JSON_NODE_CODEC);
    }
    return simple(RuntimeTypes.JSON_CODECS, value);
  }

  CodeBlock keyCodec(Value key) {
    if (key instanceof Value.Scalar scalar) {
      return CodeBlock.of("$T.$L", RuntimeTypes.KEY_CODECS, scalar.kind().name());
    } else if (key instanceof Value.Wrapper wrapper) {
      return wrapped(RuntimeTypes.KEY_CODECS, keyCodec(wrapper.wrapped()), wrapper);
    }
    return simple(RuntimeTypes.KEY_CODECS, key);
  }

  /** Factories of the same name for columns and for JSON; empty for what has none. */
  private static CodeBlock simple(ClassName factory, Value value) {
    if (value instanceof Value.ScaledDecimal decimal) {
      return CodeBlock.of("$T.decimal($L)", factory, decimal.scale());
    } else if (value instanceof Value.EnumConstant constant) {
      return CodeBlock.of("$T.enumeration($T.values())", factory, JavaTypes.of(constant.type()));
    } else if (value instanceof Value.Vector vector) {
      return CodeBlock.of(
          "$T.vector($L, $T.$L)",
          factory,
          vector.dimensions(),
          RuntimeTypes.METRIC,
          vector.metric());
    }
    return CodeBlock.of("");
  }

  private static CodeBlock wrapped(ClassName factory, CodeBlock inner, Value.Wrapper wrapper) {
    com.squareup.javapoet.TypeName type = JavaTypes.of(wrapper.type());
    return CodeBlock.of(
        "$T.wrapped($L, $T::$L, $T::new)", factory, inner, type, wrapper.accessor(), type);
  }

  private CodeBlock converted(ClassName factory, CodeBlock inner, Value.Converted converted) {
    return CodeBlock.of(
        "$T.converted($L, $L)", factory, converters.get(converted.converter()), inner);
  }

  private static CodeBlock nullable(CodeBlock codec, boolean isNullable) {
    return isNullable ? CodeBlock.of("$T.nullable($L)", RuntimeTypes.JSON_CODECS, codec) : codec;
  }
}
