package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Hints;
import dev.dbrazor.processor.model.Hints.UpgradeMethod;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Reads what a valid record says about its former versions: marks of its components, of those of
 * records inside it, of the record, and its methods.
 */
public final class HintsReader {
  private final Compilation compilation;

  public HintsReader(ProcessingEnvironment env) {
    this.compilation =
        new Compilation(
            env.getElementUtils(),
            env.getTypeUtils(),
            Set.of(),
            new IndexResources(env.getFiler()));
  }

  /** What was found so far, by column or place. */
  private record Found(
      Map<String, String> renamed, Map<String, String> dropped, Map<String, String> backfilled) {}

  public Hints read(EntityModel model, TypeElement record) {
    Found found = new Found(new HashMap<>(), new HashMap<>(), new HashMap<>());
    components(model.components(), record, found, "", "");
    drops(record, "", found);
    List<UpgradeMethod> upgrades = new ArrayList<>();
    String seed = "";
    for (ExecutableElement method : ElementFilter.methodsIn(record.getEnclosedElements())) {
      upgrade(method).ifPresent(upgrades::add);
      seed = mark(method, "Seed").isPresent() ? method.getSimpleName().toString() : seed;
    }
    return new Hints(found.renamed(), found.dropped(), found.backfilled(), upgrades, seed);
  }

  private Optional<UpgradeMethod> upgrade(ExecutableElement method) {
    return mark(method, "Upgrade")
        .map(
            mark ->
                new UpgradeMethod(
                    method.getSimpleName().toString(),
                    mark.number("to").orElse(0),
                    method.getParameters().size() == 2,
                    mark.text("when").orElse("")));
  }

  private Optional<Mark> mark(ExecutableElement method, String name) {
    return Mark.on(method, name, compilation.elements());
  }

  /** Of the record and the records embedded in it: components with columns. */
  private void components(
      List<Component> components, TypeElement record, Found found, String prefix, String was) {
    Map<String, Part> parts = parts(record);
    for (Component component : components) {
      Part part = parts.get(component.name());
      if (part == null) {
        continue;
      }
      String simple = Scope.columnName(part);
      String former =
          former(part).filter(n -> n.indexOf('.') < 0).map(SqlNames::snakeCase).orElse(simple);
      if (component.value() instanceof Value.Embedded embedded) {
        TypeElement type = element(embedded.type());
        components(embedded.components(), type, found, prefix + simple + "_", was + former + "_");
      } else {
        String column = prefix + simple;
        if (!column.equals(was + former)) {
          found.renamed().put(column, was + former);
        }
        put(part, column, found);
        documents(component.value(), column, found);
      }
    }
  }

  private void documents(Value value, String place, Found found) {
    if (value instanceof Value.Nested nested) {
      TypeElement record = element(nested.type());
      drops(record, place + ".", found);
      Map<String, Part> parts = parts(record);
      for (Component component : nested.components()) {
        String inner = place + "." + component.name();
        Part part = parts.get(component.name());
        if (part != null) {
          former(part).ifPresent(name -> found.renamed().put(inner, place + "." + name));
          put(part, inner, found);
        }
        documents(component.value(), inner, found);
      }
    } else if (value instanceof Value.Elements elements) {
      documents(elements.element(), place + "[]", found);
    } else if (value instanceof Value.Entries entries) {
      documents(entries.value(), place + "{}", found);
    }
  }

  private static Optional<String> former(Part part) {
    return part.mark("RenamedFrom").flatMap(mark -> mark.text("value"));
  }

  private static void put(Part part, String name, Found found) {
    part.mark("Backfill")
        .flatMap(mark -> mark.text("value"))
        .ifPresent(sql -> found.backfilled().put(name, sql));
    part.mark("Dropped")
        .flatMap(mark -> mark.text("value"))
        .ifPresent(reason -> found.dropped().put(name, reason));
  }

  private void drops(TypeElement record, String prefix, Found found) {
    Elements elements = compilation.elements();
    List<Mark> marks = new ArrayList<>();
    Mark.on(record, "Dropped", elements).ifPresent(marks::add);
    Mark.on(record, "Dropped.All", elements).ifPresent(all -> marks.addAll(all.marks("value")));
    for (Mark mark : marks) {
      String reason = mark.text("value").orElse("");
      mark.texts("of").forEach(name -> found.dropped().put(prefix + name(prefix, name), reason));
    }
  }

  /** A component's name as its column's; inside JSON as it is. */
  private static String name(String prefix, String name) {
    if (!prefix.isEmpty()) {
      return name;
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? SqlNames.snakeCase(name)
        : SqlNames.snakeCase(name.substring(0, dot)) + name.substring(dot);
  }

  /** By name; none for a record that cannot be seen. */
  private Map<String, Part> parts(TypeElement record) {
    Map<String, Part> parts = new HashMap<>();
    if (record != null) {
      Part.of(record, Optional.empty(), compilation).forEach(part -> parts.put(part.name(), part));
    }
    return parts;
  }

  private TypeElement element(TypeName type) {
    return compilation.elements().getTypeElement(type.qualifiedName());
  }

  /** The names of an enum's constants, in their order. */
  public List<String> constants(TypeName type) {
    TypeElement element = element(type);
    return element == null
        ? List.of()
        : element.getEnclosedElements().stream()
            .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
            .map(each -> each.getSimpleName().toString())
            .toList();
  }
}
