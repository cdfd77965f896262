package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.TypeName;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * What a generated Mapping keeps for all records: converters, value types that are more than a
 * constant of {@code ValueTypes}, and the nested classes that read and write JSON. The paths of the
 * same collection refer to them.
 */
final class Constants {
  private static final int LONGEST_FIELD = 80;

  private final ClassName mapping;
  private final Identifiers free;
  private final Map<dev.dbrazor.processor.model.TypeName, String> converters =
      new LinkedHashMap<>();
  private final Map<dev.dbrazor.processor.model.TypeName, String> codecNames =
      new LinkedHashMap<>();
  private final Map<String, Value.Nested> codecs = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, Value> typed = new LinkedHashMap<>();
  private final ValueCode code = new ValueCode(codecNames, converters);

  Constants(EntityModel model) {
    this.mapping = new GeneratedNames(model).mapping();
    Set<String> taken = new LinkedHashSet<>(TypeNames.of(model));
    taken.add(mapping.simpleName());
    this.free = new Identifiers(taken);
    model.components().forEach(this::component);
  }

  /** The nested JSON codecs to write, by class name. */
  Map<String, Value.Nested> codecs() {
    return codecs;
  }

  ValueCode code() {
    return code;
  }

  /**
   * The value type of the component, as named inside the Mapping or in the collection's other
   * classes.
   */
  CodeBlock type(Component component, boolean outside) {
    return type(component.path(), component.value(), outside ? mapping.simpleName() + "." : "");
  }

  /** The value type at a path, as named in the other classes of the collection. */
  CodeBlock typeOutside(String path, Value value) {
    return type(path, value, mapping.simpleName() + ".");
  }

  // static final ValueType<Tier> TIER_TYPE = ValueTypes.enumeration(Tier.values());
  List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    converters.forEach(
        (converter, name) -> {
          TypeName type = JavaTypes.of(converter);
          fields.add(constant(type, name, CodeBlock.of("new $T()", type)));
        });
    types.forEach(
        (path, name) -> {
          Value value = typed.get(path);
          TypeName type = JavaTypes.generic(RuntimeTypes.VALUE_TYPE, JavaTypes.boxed(value));
          fields.add(constant(type, name, code.valueType(value)));
        });
    return fields;
  }

  private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
        .initializer(isLong(type, name, value) ? CodeBlock.of("\n$>$>$L$<$<", value) : value)
        .build();
  }

  /** Whether the field would not fit on one line; packages are imported. */
  private static boolean isLong(TypeName type, String name, CodeBlock value) {
    String line = type + " " + name + " " + value;
    return line.replaceAll("\\b(?:[a-z0-9_]+\\.)+(?=[A-Z])", "").length() > LONGEST_FIELD;
  }

  private CodeBlock type(String path, Value value, String qualifier) {
    return value instanceof Value.Scalar
        ? code.valueType(value)
        : CodeBlock.of("$L$L", qualifier, types.get(path));
  }

  private void component(Component component) {
    value(component.path(), component.value());
  }

  private void value(String path, Value value) {
    if (value instanceof Value.Embedded embedded) {
      embedded.components().forEach(this::component);
      return;
    }
    if (!(value instanceof Value.Scalar)) {
      types.put(path, free.claim(Identifiers.constant(path) + "_TYPE"));
      typed.put(path, value);
    }
    needs(value);
    if (value instanceof Value.Nested nested) {
      nested.components().forEach(part -> value(path + "." + part.name(), part.value()));
    } else if (value instanceof Value.Elements elements) {
      element(path + ".element", elements.element());
    } else if (value instanceof Value.Entries entries) {
      value(path + ".value", entries.value());
    }
  }

  private void element(String path, Value element) {
    if (!(element instanceof Value.Scalar)) {
      types.put(path, free.claim(Identifiers.constant(path) + "_TYPE"));
      typed.put(path, element);
    }
  }

  /** Claims a codec for each nested record within, and a constant for each converter. */
  private void needs(Value value) {
    if (value instanceof Value.Converted converted) {
      converters.computeIfAbsent(
          converted.converter(), type -> free.claim(Identifiers.constant(simpleName(type))));
      needs(converted.stored());
    } else if (value instanceof Value.Wrapper wrapper) {
      needs(wrapper.wrapped());
    } else if (value instanceof Value.Elements elements) {
      needs(elements.element());
    } else if (value instanceof Value.Entries entries) {
      needs(entries.key());
      needs(entries.value());
    } else if (value instanceof Value.Nested nested && !codecNames.containsKey(nested.type())) {
      String name = free.claim(simpleName(nested.type()) + "Json");
      codecNames.put(nested.type(), name);
      codecs.put(name, nested);
      nested.components().forEach(part -> needs(part.value()));
    }
  }

  private static String simpleName(dev.dbrazor.processor.model.TypeName type) {
    return type.simpleNames().get(type.simpleNames().size() - 1);
  }
}
