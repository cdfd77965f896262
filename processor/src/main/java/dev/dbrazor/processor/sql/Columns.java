package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A table's columns.
 *
 * @param stored what records are bound to, in component order, embedded records flattened
 * @param generated shown from JSON documents, for nested components that are indexed, unique or
 *     full text
 */
public record Columns(List<Column> stored, List<Column> generated) {
  public Columns {
    stored = List.copyOf(stored);
    generated = List.copyOf(generated);
  }

  public static Columns of(EntityModel model) {
    List<Column> stored = new ArrayList<>();
    List<Column> generated = new ArrayList<>();
    model.components().forEach(component -> flatten(component, stored, generated));
    return new Columns(stored, generated);
  }

  /** Stored columns, then generated ones. */
  public List<Column> all() {
    List<Column> all = new ArrayList<>(stored);
    all.addAll(generated);
    return all;
  }

  private static void flatten(Component component, List<Column> stored, List<Column> generated) {
    if (component.value() instanceof Value.Embedded embedded) {
      embedded.components().forEach(part -> flatten(part, stored, generated));
      return;
    }
    String name = component.column().orElseThrow();
    stored.add(new Column(name, component, name, List.of()));
    nested(component, name, List.of(), generated);
  }

  private static void nested(
      Component parent, String source, List<String> keys, List<Column> generated) {
    if (parent.value() instanceof Value.Nested nested) {
      for (Component part : nested.components()) {
        List<String> path = new ArrayList<>(keys);
        path.add(part.name());
        part.column().ifPresent(name -> generated.add(new Column(name, part, source, path)));
        nested(part, source, path, generated);
      }
    }
  }
}
