package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads records that a component holds: wrapped values, JSON objects, embedded columns. */
final class RecordReader {
  private static final int MAXIMUM_DEPTH = 16;

  private final Reading reading;
  private final ValueReader values;
  private final ComponentReader components;

  RecordReader(Reading reading, ValueReader values, ComponentReader components) {
    this.reading = reading;
    this.values = values;
    this.components = components;
  }

  /** A record of one component is that component; any other is a JSON object. */
  Optional<Value> read(Part part, TypeUse use, TypeElement record, Scope scope) {
    if (!isUsable(part, use, record, scope)) {
      return Optional.empty();
    }
    boolean collection = reading.compilation().isCollection(record);
    if (record.getRecordComponents().size() == 1 && !collection) {
      return wrapper(part, record, scope);
    }
    Scope.Kind kind = collection ? Scope.Kind.OTHER_COLLECTION : below(scope);
    TypeName type = TypeNames.of(record);
    return parts(record, scope.inside(kind, part, record)).map(all -> new Value.Nested(type, all));
  }

  private static Scope.Kind below(Scope scope) {
    return switch (scope.kind()) {
      case TABLE, EMBEDDED, NESTED -> Scope.Kind.NESTED;
      case ELEMENT -> Scope.Kind.ELEMENT;
      case OTHER_COLLECTION -> Scope.Kind.OTHER_COLLECTION;
    };
  }

  Optional<Value> embedded(Part part, TypeUse use, Scope scope) {
    Mark mark = part.mark("Embedded").orElseThrow();
    boolean isRecord =
        use.type() instanceof DeclaredType declared && Compilation.isRecord(declared.asElement());
    if (!isRecord) {
      reading
          .report()
          .error(
              "EmbeddedType",
              part,
              mark,
              "@Embedded is for records, but %s has type %s; remove it"
                  .formatted(part.label(), TypeNames.display(use.type())));
      return Optional.empty();
    }
    if (part.nullable() || ValueReader.isOptional(part.type().type())) {
      reading
          .report()
          .error(
              "EmbeddedNullable",
              part,
              mark,
              part.label()
                  + " is embedded and may be null, which its columns cannot show; make the"
                  + " components of "
                  + TypeNames.display(use.type())
                  + " nullable, or remove @Embedded to store it as JSON");
      return Optional.empty();
    }
    TypeElement record = (TypeElement) ((DeclaredType) use.type()).asElement();
    return isUsable(part, use, record, scope)
        ? parts(record, scope.inside(Scope.Kind.EMBEDDED, part, record))
            .map(all -> new Value.Embedded(TypeNames.of(record), all))
        : Optional.empty();
  }

  private Optional<Value> wrapper(Part part, TypeElement record, Scope scope) {
    Scope inside =
        scope.kind() == Scope.Kind.OTHER_COLLECTION
            ? scope.inside(Scope.Kind.OTHER_COLLECTION, part, record)
            : scope.inside(Scope.Kind.ELEMENT, part, record);
    List<Part> only = Part.of(record, inside.user(), reading.compilation());
    if (only.isEmpty()) {
      return Optional.empty();
    }
    Part wrapped = only.get(0);
    if (wrapped.nullable() || ValueReader.isOptional(wrapped.type().type())) {
      reading
          .report()
          .error(
              "NullableWrapper",
              wrapped,
              wrapped.label()
                  + " may be null, but a record of one component is stored as that component, so"
                  + " its null would be no "
                  + record.getSimpleName()
                  + "; put @Nullable where the record is used");
      return Optional.empty();
    }
    return components
        .read(wrapped, inside)
        .map(one -> new Value.Wrapper(TypeNames.of(record), one.name(), one.value()));
  }

  private Optional<List<Component>> parts(TypeElement record, Scope inside) {
    List<Part> all = Part.of(record, inside.user(), reading.compilation());
    List<Component> read = new ArrayList<>();
    all.forEach(each -> components.read(each, inside).ifPresent(read::add));
    return read.size() == record.getRecordComponents().size()
        ? Optional.of(read)
        : Optional.empty();
  }

  private boolean isUsable(Part part, TypeUse use, TypeElement record, Scope scope) {
    if (!record.getTypeParameters().isEmpty()) {
      values.unsupported(part, use, "it is generic; write a record for this use of it");
      return false;
    }
    if (record.getRecordComponents().isEmpty()) {
      values.unsupported(part, use, "it has no components; use boolean, or add some");
      return false;
    }
    return values.accessible(part, record) && endsSomewhere(part, record, scope);
  }

  private boolean endsSomewhere(Part part, TypeElement record, Scope scope) {
    if (scope.records().contains(record)) {
      String cycle =
          Stream.concat(
                  scope.records().stream().skip(scope.records().indexOf(record)), Stream.of(record))
              .map(each -> each.getSimpleName().toString())
              .collect(Collectors.joining(" -> "));
      reading
          .report()
          .error(
              "NestingCycle",
              part,
              "%s contains itself: %s; store the inner ones in their own collection, with"
                      .formatted(part.label(), cycle)
                  + " @References to the outer");
      return false;
    }
    if (scope.records().size() > MAXIMUM_DEPTH) {
      reading
          .report()
          .error(
              "NestingDepth",
              part,
              "%s is nested deeper than %d records; flatten the record, or split off a collection"
                  .formatted(part.label(), MAXIMUM_DEPTH));
      return false;
    }
    return true;
  }
}
