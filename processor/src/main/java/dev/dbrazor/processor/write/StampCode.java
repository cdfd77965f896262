package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.TypeName;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.Value;

/**
 * What a component becomes when its record is stored: ids, versions and times filled in, values cut
 * to stored precision.
 */
final class StampCode {
  private final IdModel id;
  private final Constants constants;

  StampCode(IdModel id, Constants constants) {
    this.id = id;
    this.constants = constants;
  }

  /** The component's value after an insert; the accessor itself when nothing changes. */
  CodeBlock inserted(Component component, CodeBlock accessor) {
    return switch (component.role()) {
      case ID -> id(component, accessor);
      case VERSION -> CodeBlock.of("1");
      case CREATED_AT, UPDATED_AT -> nowIfMissing(component, accessor);
      case PLAIN, SEQUENCE -> stored(component, accessor);
    };
  }

  /** The component's value after an update. */
  CodeBlock updated(Component component, CodeBlock accessor) {
    return switch (component.role()) {
      case ID -> accessor;
      case VERSION -> CodeBlock.of("$L + 1", accessor);
      case CREATED_AT -> nowIfMissing(component, accessor);
      case UPDATED_AT -> CodeBlock.of("stamp.now()");
      case PLAIN, SEQUENCE -> stored(component, accessor);
    };
  }

  // customer.id() == null ? stamp.newUuid() : customer.id()
  private CodeBlock id(Component component, CodeBlock accessor) {
    return switch (id.kind()) {
      case COMPOSITE -> accessor;
      case DATABASE_KEY -> {
        CodeBlock key = made(component.value(), "newKey");
        yield CodeBlock.of("$L ? $L : $L", needsKey(component, accessor), key, accessor);
      }
      case UUID -> orMade(component.value(), accessor, "newUuid");
      case TEXT -> orMade(component.value(), accessor, "newText");
    };
  }

  private static CodeBlock orMade(Value value, CodeBlock accessor, String maker) {
    return CodeBlock.of("$L == null ? $L : $L", accessor, made(value, maker), accessor);
  }

  // new CustomerId(stamp.newUuid())
  private static CodeBlock made(Value value, String maker) {
    return value instanceof Value.Wrapper wrapper
        ? CodeBlock.of("new $T($L)", JavaTypes.of(value.type()), made(wrapper.wrapped(), maker))
        : CodeBlock.of("stamp.$L()", maker);
  }

  // customer.id() == null || customer.id() == 0
  CodeBlock needsKey(Component component, CodeBlock accessor) {
    Value value = component.value();
    CodeBlock inner = RowCode.innermost(value, accessor);
    return value instanceof Value.Wrapper
        ? CodeBlock.of("$L == null || $L", accessor, isNoKey(bare(value), inner))
        : isNoKey(value, accessor);
  }

  private static Value bare(Value value) {
    return value instanceof Value.Wrapper wrapper ? bare(wrapper.wrapped()) : value;
  }

  private static CodeBlock isNoKey(Value value, CodeBlock accessor) {
    return JavaTypes.isPrimitive(value)
        ? CodeBlock.of("$L == 0", accessor)
        : CodeBlock.of("$L == null || $L == 0", accessor, accessor);
  }

  private CodeBlock nowIfMissing(Component component, CodeBlock accessor) {
    return CodeBlock.of("$L == null ? stamp.now() : $L", accessor, stored(component, accessor));
  }

  /** Whether it is a {@code double} or {@code float}, of which only -0.0 becomes another value. */
  static boolean isNumber(Component component) {
    Value value = component.value();
    return !component.optional() && Lossless.isFloating(value) && JavaTypes.isPrimitive(value);
  }

  // ValueTypes.INSTANT.stored(customer.joinedAt())
  private CodeBlock stored(Component component, CodeBlock accessor) {
    Value value = component.value();
    if (Lossless.inColumn(value)) {
      return accessor;
    } else if (component.optional()) {
      return CodeBlock.of(
          "$1L == null$W? null$W: $1L.map($2L::stored)",
          accessor,
          constants.type(component, false));
    } else if (isNumber(component)) {
      return CodeBlock.of(
          "$L + 0.0$L", accessor, JavaTypes.of(value.type()).equals(TypeName.FLOAT) ? "f" : "");
    }
    return CodeBlock.of("$L.stored($L)", constants.type(component, false), accessor);
  }
}
