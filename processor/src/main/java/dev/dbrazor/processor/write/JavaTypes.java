package dev.dbrazor.processor.write;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.List;
import java.util.Map;

/** The model's type names as JavaPoet's. */
final class JavaTypes {
  private static final Map<String, TypeName> PRIMITIVES =
      Map.of(
          "boolean", TypeName.BOOLEAN,
          "byte", TypeName.BYTE,
          "short", TypeName.SHORT,
          "int", TypeName.INT,
          "long", TypeName.LONG,
          "char", TypeName.CHAR,
          "float", TypeName.FLOAT,
          "double", TypeName.DOUBLE);

  private JavaTypes() {}

  /** The type as declared. */
  static TypeName of(dev.dbrazor.processor.model.TypeName type) {
    TypeName java = scalar(type);
    for (int i = 0; i < type.dimensions(); i++) {
      java = ArrayTypeName.of(java);
    }
    return java;
  }

  /** The declared type, boxed: what stands between angle brackets. */
  static TypeName boxed(Value value) {
    return of(value.type()).box();
  }

  /** The type of a value that is certainly there: primitive where possible. */
  static TypeName present(Value value) {
    TypeName type = of(value.type());
    return type.isBoxedPrimitive() ? type.unbox() : type;
  }

  static boolean isPrimitive(Value value) {
    return value.type().isPrimitive();
  }

  static ClassName className(dev.dbrazor.processor.model.TypeName type) {
    List<String> names = type.simpleNames();
    return ClassName.get(
        type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
  }

  static ParameterizedTypeName generic(ClassName raw, TypeName... arguments) {
    return ParameterizedTypeName.get(raw, arguments);
  }

  private static TypeName scalar(dev.dbrazor.processor.model.TypeName type) {
    String simple = type.simpleNames().get(0);
    if (type.packageName().isEmpty() && PRIMITIVES.containsKey(simple)) {
      return PRIMITIVES.get(simple);
    }
    ClassName raw = className(type);
    if (type.arguments().isEmpty()) {
      return raw;
    }
    return ParameterizedTypeName.get(
        raw, type.arguments().stream().map(JavaTypes::of).toArray(TypeName[]::new));
  }
}
