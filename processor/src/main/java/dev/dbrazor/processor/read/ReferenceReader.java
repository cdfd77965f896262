package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Reference;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @References}: the other collection, its id, and whether the types agree. */
final class ReferenceReader {
  private final Reading reading;

  ReferenceReader(Reading reading) {
    this.reading = reading;
  }

  Optional<Reference> read(Part part, boolean nullable) {
    Optional<Mark> mark = part.mark("References");
    Optional<TypeElement> target =
        mark.flatMap(each -> each.type("value"))
            .filter(type -> type.getKind() == TypeKind.DECLARED)
            .map(type -> (TypeElement) ((DeclaredType) type).asElement());
    if (target.isEmpty() || !actionsFit(part, mark.get(), nullable)) {
      return Optional.empty();
    }
    return to(part, mark.get(), target.get());
  }

  private Optional<Reference> to(Part part, Mark mark, TypeElement target) {
    if (!reading.compilation().isCollection(target)) {
      error(
          "ReferenceTarget",
          part,
          mark,
          "%s refers to %s, which is no collection; add @Collection to it, or name another record"
              .formatted(part.label(), target.getSimpleName()));
      return Optional.empty();
    }
    List<Part> ids =
        Part.of(target, Optional.empty(), reading.compilation()).stream()
            .filter(each -> each.has("Id"))
            .toList();
    if (ids.size() > 1) {
      error(
          "ReferenceComposite",
          part,
          mark,
          "%s refers to %s, whose id has %d components (%s); only a single id can be referred to;"
                  .formatted(
                      part.label(),
                      target.getSimpleName(),
                      ids.size(),
                      String.join(", ", ids.stream().map(Part::name).toList()))
              + " give it one, or keep its components without @References");
      return Optional.empty();
    }
    return ids.stream()
        .findFirst()
        .filter(id -> sameType(part, mark, id))
        .map(id -> reference(mark, target, id));
  }

  private Reference reference(Mark mark, TypeElement target, Part id) {
    return new Reference(
        CollectionNames.of(target, reading.compilation().elements()),
        Scope.columnName(id),
        action(mark, "onDelete"),
        action(mark, "onUpdate"),
        mark.flag("indexed").orElse(true));
  }

  private static String action(Mark mark, String member) {
    return mark.constant(member).orElse("NO_ACTION").replace('_', ' ');
  }

  private boolean actionsFit(Part part, Mark mark, boolean nullable) {
    for (String member : List.of("onDelete", "onUpdate")) {
      if (!nullable && mark.constant(member).filter("SET_NULL"::equals).isPresent()) {
        reading
            .report()
            .error(
                "ReferenceSetNull",
                part,
                mark,
                member,
                "%s is set to null by %s, but is never null; mark it @Nullable, or use CASCADE or"
                        .formatted(part.label(), member)
                    + " RESTRICT");
        return false;
      }
    }
    return true;
  }

  private boolean sameType(Part part, Mark mark, Part id) {
    TypeMirror from = content(part.type());
    TypeMirror to = content(id.type());
    if (reading.compilation().types().isSameType(boxed(from), boxed(to))) {
      return true;
    }
    error(
        "ReferenceType",
        part,
        mark,
        "%s has type %s, but the id \"%s\" of %s has type %s; use the same type"
            .formatted(
                part.label(),
                TypeNames.display(from),
                id.name(),
                id.owner().getSimpleName(),
                TypeNames.display(to)));
    return false;
  }

  private static TypeMirror content(TypeUse use) {
    return ValueReader.isOptional(use.type()) && !use.arguments().isEmpty()
        ? use.arguments().get(0).type()
        : use.type();
  }

  private TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? reading
            .compilation()
            .types()
            .boxedClass(reading.compilation().types().getPrimitiveType(type.getKind()))
            .asType()
        : type;
  }

  private void error(String tag, Part part, Mark mark, String message) {
    reading.report().error(tag, part, mark, "value", message);
  }
}
