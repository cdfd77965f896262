package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.EntitySql;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods that bind a record: what an insert and an update bind alike is written once.
 *
 * <pre>
 * public void bindRow(Customer customer, Binder to) {
 *   bindCommon(customer, to);
 *   to.int64(3, customer.version());
 * }
 *
 * public void bindUpdate(Customer customer, Binder to) {
 *   bindCommon(customer, to);
 *   to.int64(3, customer.version() - 1);
 * }
 * </pre>
 */
final class BindMethods {
  private final RowCode rows;
  private final String record;
  private final TypeName type;
  private final List<Component> components;

  /**
   * @param record the variable that holds the record
   * @param type of the record
   */
  BindMethods(EntitySql sql, RowCode rows, String record, TypeName type) {
    this.rows = rows;
    this.record = record;
    this.type = type;
    this.components = sql.allColumns().stored().stream().map(Column::component).toList();
  }

  /** Without {@code bindUpdate} where it binds the same. */
  List<MethodSpec> all() {
    MethodSpec.Builder row = binding("bindRow");
    if (components.stream().allMatch(BindMethods::isAlike)) {
      alike(row);
      return List.of(row.build());
    }
    row.addStatement("bindCommon($L, to)", record);
    MethodSpec.Builder update = binding("bindUpdate");
    update.addStatement("bindCommon($L, to)", record);
    for (int i = 0; i < components.size(); i++) {
      Component component = components.get(i);
      if (!isAlike(component) && component.role() != Role.SEQUENCE) {
        different(component, i + 1, row, update);
      }
    }
    MethodSpec.Builder alike =
        MethodSpec.methodBuilder("bindCommon")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(type, record)
            .addParameter(RuntimeTypes.BINDER, "to");
    alike(alike);
    return List.of(row.build(), update.build(), alike.build());
  }

  private static boolean isAlike(Component component) {
    return switch (component.role()) {
      case VERSION, CREATED_AT, SEQUENCE -> false;
      default -> component.defaultSql().isEmpty();
    };
  }

  private void alike(MethodSpec.Builder method) {
    for (int i = 0; i < components.size(); i++) {
      Component component = components.get(i);
      if (isAlike(component)) {
        method.addStatement(rows.bind(component, i + 1, value(component), true));
      }
    }
  }

  private void different(
      Component component, int parameter, MethodSpec.Builder row, MethodSpec.Builder update) {
    CodeBlock value = value(component);
    row.addStatement(rows.bind(component, parameter, value, true));
    if (component.role() == Role.VERSION) {
      update.addStatement("to.int64($L, $L - 1)", parameter, value);
    } else if (component.role() != Role.CREATED_AT) {
      update.addStatement(rows.bind(component, parameter, value, false));
    }
  }

  private CodeBlock value(Component component) {
    return RecordCode.accessor(record, component);
  }

  private MethodSpec.Builder binding(String name) {
    return MappingMethods.override(name, TypeName.VOID)
        .addParameter(type, record)
        .addParameter(RuntimeTypes.BINDER, "to");
  }
}
