package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.List;
import java.util.Optional;

/** Two small collections that random statements are about. */
final class Tables {
  private Tables() {}

  static Schema schema() {
    return new Schema(List.of(table("t"), table("u")));
  }

  private static EntityModel table(String name) {
    Component id = column("id", ScalarKind.LONG, false, Role.ID);
    List<Component> components =
        List.of(
            id,
            column("a", ScalarKind.LONG, false, Role.PLAIN),
            column("b", ScalarKind.LONG, true, Role.PLAIN),
            column("c", ScalarKind.STRING, false, Role.PLAIN),
            column("d", ScalarKind.STRING, true, Role.PLAIN),
            column("r", ScalarKind.DOUBLE, false, Role.PLAIN));
    return new EntityModel(
        TypeName.of("shop", name.toUpperCase(java.util.Locale.ROOT)),
        name,
        1,
        0,
        true,
        new IdModel(IdModel.Kind.DATABASE_KEY, List.of(id)),
        components,
        List.of(),
        Optional.empty());
  }

  private static Component column(String name, ScalarKind kind, boolean nullable, Role role) {
    return new Component(
        name,
        name,
        Optional.of(name),
        new Value.Scalar(TypeName.of("java.lang", "Object"), kind),
        nullable,
        false,
        false,
        false,
        role,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
