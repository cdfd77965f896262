package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.sql.Column;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of {@code Binder} and {@code ResultRow}: direct ones for what a column holds as it is, by
 * value type for the rest.
 */
final class RowCode {
  private static final Map<ScalarKind, String> DIRECT =
      Map.ofEntries(
          Map.entry(ScalarKind.BOOLEAN, "bool"),
          Map.entry(ScalarKind.BYTE, "int8"),
          Map.entry(ScalarKind.SHORT, "int16"),
          Map.entry(ScalarKind.INT, "int32"),
          Map.entry(ScalarKind.LONG, "int64"),
          Map.entry(ScalarKind.FLOAT, "float32"),
          Map.entry(ScalarKind.DOUBLE, "float64"),
          Map.entry(ScalarKind.CHAR, "character"),
          Map.entry(ScalarKind.STRING, "text"),
          Map.entry(ScalarKind.BYTES, "blob"));

  private final IdModel id;
  private final Constants constants;

  private final boolean outside;

  /**
   * @param outside whether the calls stand outside the Mapping, whose constants are qualified then
   */
  RowCode(IdModel id, Constants constants, boolean outside) {
    this.id = id;
    this.constants = constants;
    this.outside = outside;
  }

  // to.text(2, customer.name())
  // to.valueOrNull(9, customer.balance(), BALANCE_TYPE)
  CodeBlock bind(Component component, int parameter, CodeBlock value, boolean orDefault) {
    if (isDatabaseKey(component)) {
      return CodeBlock.of("to.key($L, $L)", parameter, unwrapped(component.value(), value));
    }
    boolean defaulted = orDefault && component.defaultSql().isPresent();
    boolean orNull =
        isNullable(component) || (defaulted && !JavaTypes.isPrimitive(component.value()));
    CodeBlock given =
        component.optional() ? CodeBlock.of("to.orNull($L, $L)", parameter, value) : value;
    return bind(component, parameter, given, orNull ? "OrNull" : "");
  }

  /** Binds a value that is there and of the boxed or primitive type. */
  CodeBlock bindPresent(Component component, int parameter, CodeBlock value) {
    String method = direct(component.value());
    return method.isEmpty()
        ? CodeBlock.of("to.value($L, $L, $L)", parameter, value, constants.type(component, outside))
        : CodeBlock.of("to.$L($L, $L)", method, parameter, value);
  }

  private CodeBlock bind(Component component, int parameter, CodeBlock value, String suffix) {
    String method = direct(component.value());
    boolean unboxes = suffix.isEmpty() && isBoxed(component.value());
    return method.isEmpty() || unboxes
        ? CodeBlock.of(
            "to.value$L($L, $L, $L)", suffix, parameter, value, constants.type(component, outside))
        : CodeBlock.of("to.$L$L($L, $L)", method, suffix, parameter, value);
  }

  // row.text(1)
  // Optional.ofNullable(row.textOrNull(4))
  CodeBlock read(Column column, int index) {
    Component component = column.component();
    String suffix = isNullable(component) ? "OrNull" : "";
    String method = direct(component.value());
    CodeBlock read =
        method.isEmpty()
            ? CodeBlock.of("row.value$L($L, $L)", suffix, index, constants.type(component, outside))
            : CodeBlock.of("row.$L$L($L)", method, suffix, index);
    return component.optional() ? CodeBlock.of("$T.ofNullable($L)", Optional.class, read) : read;
  }

  boolean isDatabaseKey(Component component) {
    return component.role() == Role.ID && id.kind() == IdModel.Kind.DATABASE_KEY;
  }

  static boolean isNullable(Component component) {
    boolean filledIn = component.role() != Role.PLAIN;
    return !filledIn && (component.nullable() || component.optional());
  }

  /** {@code customer.id()}, or what its wrapper holds. */
  static CodeBlock unwrapped(Value value, CodeBlock accessor) {
    return value instanceof Value.Wrapper
        ? CodeBlock.of("$L == null ? null : $L", accessor, innermost(value, accessor))
        : accessor;
  }

  /** {@code customer.id().value()}. */
  static CodeBlock innermost(Value value, CodeBlock accessor) {
    return value instanceof Value.Wrapper wrapper
        ? innermost(wrapper.wrapped(), CodeBlock.of("$L.$L()", accessor, wrapper.accessor()))
        : accessor;
  }

  /** The method for what a column holds as it is; empty where a value type is needed. */
  static String direct(Value value) {
    return value instanceof Value.Scalar scalar ? DIRECT.getOrDefault(scalar.kind(), "") : "";
  }

  private static boolean isBoxed(Value value) {
    return value instanceof Value.Scalar && JavaTypes.of(value.type()).isBoxedPrimitive();
  }
}
