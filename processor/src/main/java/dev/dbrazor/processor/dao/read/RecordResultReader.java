package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.model.ElementModel;
import dev.dbrazor.processor.dao.read.ColumnReader.Target;
import dev.dbrazor.processor.dao.sql.Schema;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.read.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Finds a column for each component of a record, and a component for each column. */
final class RecordResultReader {
  private final Signatures signatures;
  private final Schema schema;
  private final QueryReport report;

  RecordResultReader(Signatures signatures, Schema schema, QueryReport report) {
    this.signatures = signatures;
    this.schema = schema;
    this.report = report;
  }

  Optional<ElementModel> read(TypeMirror type, ResultColumns columns) {
    TypeElement record = Types.record(type).orElseThrow();
    Optional<String> duplicate = columns.duplicate();
    if (duplicate.isPresent()) {
      report.error(
          "DuplicateColumn",
          "two result columns are called %s; rename one with AS".formatted(duplicate.get()));
      return Optional.empty();
    }
    if (!record.getTypeParameters().isEmpty()) {
      report.error(
          "ReturnType",
          "%s is generic; write a record for this statement".formatted(record.getSimpleName()));
      return Optional.empty();
    }
    return components(record).flatMap(all -> composite(Types.name(type), record, all, columns));
  }

  private Optional<List<Component>> components(TypeElement record) {
    if (signatures.isCollection(record)) {
      return schema.collection(signatures.collectionName(record)).map(EntityModel::components);
    }
    return signatures.components(record, report::add);
  }

  private Optional<ElementModel> composite(
      TypeName type, TypeElement record, List<Component> components, ResultColumns columns) {
    Set<Integer> used = new TreeSet<>();
    Optional<ElementModel> read = composite(type, record, components, columns, used);
    List<String> names = new ArrayList<>();
    collect(components, names);
    for (int i = 0; i < columns.size(); i++) {
      if (!used.contains(i)) {
        report.error(
            "NoComponent",
            "result column %s has no component in %s, which has %s; add one, or remove the column"
                .formatted(
                    columns.get(i).name(),
                    record.getSimpleName(),
                    Labels.list(names, "no components")));
      }
    }
    return read;
  }

  private static void collect(List<Component> components, List<String> names) {
    for (Component component : components) {
      if (component.value() instanceof Value.Embedded embedded) {
        collect(embedded.components(), names);
      } else {
        component.column().ifPresent(names::add);
      }
    }
  }

  private Optional<ElementModel> composite(
      TypeName type,
      TypeElement record,
      List<Component> components,
      ResultColumns columns,
      Set<Integer> used) {
    List<ElementModel> read = new ArrayList<>();
    for (Component component : components) {
      Optional<ElementModel> part =
          component.value() instanceof Value.Embedded embedded
              ? composite(embedded.type(), record, embedded.components(), columns, used)
              : component(record, component, columns, used);
      part.ifPresent(read::add);
    }
    return read.size() == components.size()
        ? Optional.of(new ElementModel.Composite(type, read))
        : Optional.empty();
  }

  private Optional<ElementModel> component(
      TypeElement record, Component component, ResultColumns columns, Set<Integer> used) {
    String name = component.column().orElseThrow();
    int index = columns.find(name);
    String label = "component %s of %s".formatted(component.path(), record.getSimpleName());
    if (index < 0) {
      report.error(
          "NoColumn",
          "%s needs a result column %s; there are %s; name one with AS %s"
              .formatted(label, name, String.join(", ", columns.names()), name));
      return Optional.empty();
    }
    used.add(index);
    Target target =
        new Target(
            label,
            component.value().type(),
            component.value(),
            component.nullable(),
            component.optional());
    return new ColumnReader(report).read(index, columns.get(index), target);
  }
}
