package dev.dbrazor.processor.write;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Simple names of all types a record mentions: generated nested classes keep clear of them. */
final class TypeNames {
  private final Set<String> names = new LinkedHashSet<>();

  private TypeNames() {}

  static Set<String> of(EntityModel model) {
    TypeNames all = new TypeNames();
    all.add(model.record());
    all.components(model.components());
    return all.names;
  }

  private void components(List<Component> components) {
    components.forEach(component -> value(component.value()));
  }

  private void value(Value value) {
    add(value.type());
    if (value instanceof Value.Nested nested) {
      components(nested.components());
    } else if (value instanceof Value.Embedded embedded) {
      components(embedded.components());
    }
  }

  private void add(TypeName type) {
    names.addAll(type.simpleNames());
    type.arguments().forEach(this::add);
  }
}
