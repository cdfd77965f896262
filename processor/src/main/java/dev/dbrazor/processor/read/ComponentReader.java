package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.Reference;
import dev.dbrazor.processor.model.Value;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Reads one component, of whatever record; empty when there is a mistake, which is reported. */
final class ComponentReader {
  private final Report report;
  private final ColumnTable columns;
  private final ValueReader values;
  private final MarkRules marks;
  private final ReferenceReader references;
  private final FullTextReader fullTexts;

  ComponentReader(Reading reading) {
    this.report = reading.report();
    this.columns = reading.columns();
    this.values = new ValueReader(reading, this);
    this.marks = new MarkRules(report);
    this.references = new ReferenceReader(reading);
    this.fullTexts = new FullTextReader(reading);
  }

  Optional<Component> read(Part part, Scope scope) {
    boolean placed = marks.check(part, scope);
    boolean nulls = nullsFit(part);
    Optional<Value> value = values.read(part, scope);
    Optional<String> column = column(part, scope, value);
    Optional<Component.Role> role = new RoleReader(report).read(part, scope, value);
    value.ifPresent(held -> marks.indexable(part, scope, held));
    if (value.isEmpty() || role.isEmpty() || !placed || !nulls) {
      return Optional.empty();
    }
    return Optional.of(component(part, scope, column, value.get(), role.get()));
  }

  private Component component(
      Part part, Scope scope, Optional<String> column, Value value, Component.Role role) {
    boolean own = scope.kind() != Scope.Kind.OTHER_COLLECTION;
    boolean optional = ValueReader.isOptional(part.type().type());
    Optional<Reference> reference =
        own ? references.read(part, optional || part.nullable()) : Optional.empty();
    return new Component(
        part.name(),
        scope.path() + part.name(),
        column,
        value,
        role == Component.Role.PLAIN && (optional || part.nullable()),
        optional,
        column.isPresent() && part.has("Unique"),
        column.isPresent() && part.has("Indexed"),
        role,
        own ? part.mark("Default").flatMap(mark -> mark.text("value")) : Optional.empty(),
        own ? part.mark("Check").flatMap(mark -> mark.text("value")) : Optional.empty(),
        reference,
        column.flatMap(name -> fullTexts.read(part, name, value)));
  }

  private Optional<String> column(Part part, Scope scope, Optional<Value> value) {
    boolean generated =
        scope.kind() == Scope.Kind.NESTED && MarkRules.INDEXES.stream().anyMatch(part::has);
    boolean embedded = part.has("Embedded");
    if (!generated && (!scope.hasColumns() || embedded)) {
      return Optional.empty();
    }
    String name = scope.column() + Scope.columnName(part);
    columns.add(name, part, value);
    return Optional.of(name);
  }

  private boolean nullsFit(Part part) {
    TypeMirror type = part.type().type();
    if (!part.nullable()) {
      return true;
    }
    if (type.getKind().isPrimitive()) {
      report.error(
          "NullablePrimitive",
          part,
          "%s has type %s, which is never null, but is marked @Nullable; remove the mark, or use its"
                  .formatted(part.label(), TypeNames.display(type))
              + " box");
      return false;
    }
    if (ValueReader.isOptional(type)) {
      report.error(
          "NullableOptional",
          part,
          part.label() + " is both Optional and @Nullable; use one of the two");
      return false;
    }
    return true;
  }
}
