package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.dao.model.BindModel;
import dev.dbrazor.processor.dao.model.DaoModel;
import dev.dbrazor.processor.dao.model.ElementModel;
import dev.dbrazor.processor.dao.model.MethodModel;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.sql.SqliteDialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The value types, converters and JSON codecs that a generated class keeps: one of each. */
final class SqlDaoValues {
  private final Map<Value, Component> components = new LinkedHashMap<>();
  private final Constants constants;

  SqlDaoValues(DaoModel model) {
    Identifiers free = new Identifiers(Set.of());
    for (MethodModel method : model.methods()) {
      method.binds().stream().map(BindModel::value).forEach(value -> add(value, free));
      method.result().element().ifPresent(element -> add(element, free));
    }
    constants =
        new Constants(
            new EntityModel(
                model.generated(),
                "",
                1,
                0,
                false,
                new IdModel(IdModel.Kind.COMPOSITE, List.of()),
                List.copyOf(components.values()),
                List.of(),
                Optional.empty()));
  }

  private void add(ElementModel element, Identifiers free) {
    if (element instanceof ElementModel.Scalar scalar) {
      add(scalar.value(), free);
    } else {
      ((ElementModel.Composite) element).components().forEach(each -> add(each, free));
    }
  }

  private void add(Value value, Identifiers free) {
    if (!(value instanceof Value.Scalar) && !components.containsKey(value)) {
      String name = free.claim(name(value));
      components.put(
          value,
          new Component(
              name,
              name,
              Optional.empty(),
              value,
              false,
              false,
              false,
              false,
              Component.Role.PLAIN,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
  }

  private static String name(Value value) {
    if (value instanceof Value.ScaledDecimal decimal) {
      return "decimal" + decimal.scale();
    }
    List<String> names = value.type().simpleNames();
    String arguments =
        value.type().arguments().stream()
            .map(each -> each.simpleNames().get(each.simpleNames().size() - 1))
            .collect(Collectors.joining());
    return Identifiers.variable(names.get(names.size() - 1)) + arguments;
  }

  /** Names that the class's other constants keep clear of. */
  Set<String> names() {
    return constants.fields().stream().map(field -> field.name).collect(Collectors.toSet());
  }

  List<FieldSpec> fields() {
    return constants.fields();
  }

  List<TypeSpec> codecs() {
    List<TypeSpec> codecs = new ArrayList<>();
    constants
        .codecs()
        .forEach(
            (name, nested) -> codecs.add(new CodecWriter(name, nested, constants.code()).type()));
    return codecs;
  }

  // ValueTypes.INSTANT, TIER_TYPE, ValueTypes.UUID.inJson()
  CodeBlock type(Value value, boolean inJson) {
    CodeBlock type =
        value instanceof Value.Scalar
            ? constants.code().valueType(value)
            : constants.type(components.get(value), false);
    return isOtherInJson(value, inJson) ? CodeBlock.of("$L.inJson()", type) : type;
  }

  /** Of what a generated column shows, only blobs are stored otherwise than in a column. */
  static boolean isOtherInJson(Value value, boolean inJson) {
    return inJson && new SqliteDialect().columnType(value).equals(ScalarKind.BYTES.columnType());
  }
}
