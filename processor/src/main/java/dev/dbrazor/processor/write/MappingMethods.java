package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods of a generated Mapping, in the interface's order. */
final class MappingMethods {
  private final EntityModel model;
  private final EntitySql sql;
  private final GeneratedNames names;
  private final String record;
  private final RowCode rows;
  private final StampCode stamps;
  private final IdCode ids;

  MappingMethods(EntityModel model, EntitySql sql, Constants constants) {
    this.model = model;
    this.sql = sql;
    this.names = new GeneratedNames(model);
    this.record = names.variable();
    this.rows = new RowCode(model.id(), constants, false);
    this.stamps = new StampCode(model.id(), constants);
    this.ids = new IdCode(model, constants);
  }

  List<MethodSpec> all() {
    TypeName strings = JavaTypes.generic(ClassName.get(List.class), ClassName.get(String.class));
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(constant("table", RuntimeTypes.TABLE_DEFINITION, CodeBlock.of("TABLE")));
    methods.add(constant("statements", RuntimeTypes.STATEMENTS, CodeBlock.of("STATEMENTS")));
    if (sql.textIndex().isPresent()) {
      methods.add(constant("fullText", RuntimeTypes.FULL_TEXT_INDEX, CodeBlock.of("TEXT_INDEX")));
    }
    if (!sql.vectors().isEmpty()) {
      TypeName vectors =
          JavaTypes.generic(ClassName.get(List.class), RuntimeTypes.VECTOR_STATEMENTS);
      methods.add(constant("vectors", vectors, CodeBlock.of("VECTORS")));
    }
    methods.add(constant("columns", strings, CodeBlock.of("COLUMN_NAMES")));
    methods.add(constant("components", strings, CodeBlock.of("COMPONENT_PATHS")));
    if (Returns.insert(model)) {
      methods.add(constant("insertReturns", TypeName.BOOLEAN, CodeBlock.of("true")));
    }
    if (Returns.update(model)) {
      methods.add(constant("updateReturns", TypeName.BOOLEAN, CodeBlock.of("true")));
    }
    if (model.sequence().isPresent()) {
      methods.add(constant("counts", TypeName.BOOLEAN, CodeBlock.of("true")));
    }
    methods.add(ofRecord("id", names.keyType(), ids.ofRecord(record)));
    withRole(Role.VERSION).ifPresent(component -> methods.add(version(component)));
    if (model.id().kind() == IdModel.Kind.DATABASE_KEY) {
      methods.add(needsKey(model.id().components().get(0)));
    }
    methods.add(stamped("inserted", stamps::inserted));
    methods.add(stamped("updated", stamps::updated));
    methods.addAll(new BindMethods(sql, rows, record, names.record()).all());
    withRole(Role.UPDATED_AT).ifPresent(column -> methods.add(bindTouch(column)));
    methods.add(bindId());
    methods.add(listItem());
    methods.add(read());
    return methods;
  }

  // return CustomerHistory.HISTORY;
  static MethodSpec history(ClassName holder) {
    return constant("history", RuntimeTypes.HISTORY, CodeBlock.of("$T.HISTORY", holder));
  }

  // return customer.version();
  private MethodSpec version(Component component) {
    return ofRecord("version", TypeName.LONG, RecordCode.accessor(record, component));
  }

  private MethodSpec needsKey(Component id) {
    CodeBlock needs = stamps.needsKey(id, RecordCode.accessor(record, id));
    return ofRecord("needsKey", TypeName.BOOLEAN, needs);
  }

  // return new Customer(
  //     customer.id() == null ? stamp.newUuid() : customer.id(),
  //     customer.name());
  private MethodSpec stamped(String name, RecordCode.Argument argument) {
    boolean changes =
        sql.allColumns().stored().stream()
            .map(Column::component)
            .anyMatch(component -> isChanged(component, argument));
    CodeBlock result =
        changes
            ? RecordCode.create(
                model.record(), model.components(), CodeBlock.of("$L", record), argument)
            : CodeBlock.of("$L", record);
    MethodSpec.Builder method =
        override(name, names.record())
            .addParameter(names.record(), record)
            .addParameter(RuntimeTypes.STAMP, "stamp");
    requireEmbedded(model.components(), method);
    if (changes) {
      returnUnchanged(argument, method);
    }
    if (result.toString().contains("+ 0.0")) {
      method.addComment("+ 0.0: a column holds 0.0 for -0.0");
    }
    return method.addStatement("return $L", result).build();
  }

  // EmbeddedRecord.requirePresent(person.home(), "people", "home");
  private void requireEmbedded(List<Component> components, MethodSpec.Builder method) {
    for (Component component : components) {
      if (component.value() instanceof Value.Embedded embedded) {
        method.addStatement(
            "$T.requirePresent($L, $S, $S)",
            RuntimeTypes.EMBEDDED_RECORD,
            RecordCode.accessor(record, component),
            model.table(),
            component.path());
        requireEmbedded(embedded.components(), method);
      }
    }
  }

  // if (!needsKey(person) && person.score() != 0) {
  //   return person;
  // }
  private void returnUnchanged(RecordCode.Argument argument, MethodSpec.Builder method) {
    List<Component> changed =
        sql.allColumns().stored().stream()
            .map(Column::component)
            .filter(component -> isChanged(component, argument))
            .toList();
    if (changed.stream().allMatch(this::tellsWhetherItChanges)) {
      method
          .beginControlFlow(
              "if ($L)",
              changed.stream().map(this::isUnchanged).collect(CodeBlock.joining("$W&& ")))
          .addStatement("return $L", record)
          .endControlFlow();
    }
  }

  private boolean tellsWhetherItChanges(Component component) {
    return switch (component.role()) {
      case ID -> model.id().kind() == IdModel.Kind.DATABASE_KEY;
      case PLAIN -> model.components().contains(component) && StampCode.isNumber(component);
      default -> false;
    };
  }

  private CodeBlock isUnchanged(Component component) {
    return component.role() == Role.ID
        ? CodeBlock.of("!needsKey($L)", record)
        : CodeBlock.of("$L != 0", RecordCode.accessor(record, component));
  }

  private boolean isChanged(Component component, RecordCode.Argument argument) {
    CodeBlock accessor = RecordCode.accessor(record, component);
    return !argument.of(component, accessor).equals(accessor);
  }

  private MethodSpec bindTouch(Component updatedAt) {
    return override("bindTouch", TypeName.VOID)
        .addParameter(RuntimeTypes.STAMP, "stamp")
        .addParameter(RuntimeTypes.BINDER, "to")
        .addStatement("$L", rows.bindPresent(updatedAt, 1, CodeBlock.of("stamp.now()")))
        .build();
  }

  private MethodSpec bindId() {
    MethodSpec.Builder method =
        override("bindId", TypeName.VOID)
            .addParameter(names.keyType(), "id")
            .addParameter(RuntimeTypes.BINDER, "to");
    ids.bind("id").forEach(method::addStatement);
    return method.build();
  }

  private MethodSpec listItem() {
    return override("listItem", ClassName.get(Object.class))
        .addParameter(names.keyType(), "id")
        .addStatement("return $L", ids.listItem("id"))
        .build();
  }

  private MethodSpec read() {
    List<Column> stored = sql.allColumns().stored();
    List<Component> order = stored.stream().map(Column::component).toList();
    CodeBlock result =
        RecordCode.create(
            model.record(),
            model.components(),
            CodeBlock.of("row"),
            (component, accessor) -> {
              int index = order.indexOf(component);
              return rows.read(stored.get(index), index);
            });
    return override("read", names.record())
        .addParameter(RuntimeTypes.RESULT_ROW, "row")
        .addStatement("return $L", result)
        .build();
  }

  private Optional<Component> withRole(Role role) {
    return sql.allColumns().stored().stream()
        .map(Column::component)
        .filter(component -> component.role() == role)
        .findFirst();
  }

  private MethodSpec ofRecord(String name, TypeName type, CodeBlock value) {
    return override(name, type)
        .addParameter(names.record(), record)
        .addStatement("return $L", value)
        .build();
  }

  private static MethodSpec constant(String name, TypeName type, CodeBlock value) {
    return override(name, type).addStatement("return $L", value).build();
  }

  static MethodSpec.Builder override(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type);
  }
}
