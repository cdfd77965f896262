package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads {@code @Convert}: the converter must be there, usable, and of the component's type. */
final class ConverterReader {
  private static final String CONVERTER = "dev.dbrazor.annotation.Converter";

  /** What is wrong with a converter. */
  private record Problem(String tag, String text) {}

  private final Reading reading;
  private final ValueReader values;
  private final Types types;

  ConverterReader(Reading reading, ValueReader values) {
    this.reading = reading;
    this.values = values;
    this.types = reading.compilation().types();
  }

  Optional<Value> read(Part part, TypeUse use, Scope scope) {
    Mark mark = part.mark("Convert").orElseThrow();
    Optional<TypeMirror> named = mark.type("value");
    if (named.isEmpty()
        || !(named.get() instanceof DeclaredType converter)
        || named.get().getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    TypeElement element = (TypeElement) converter.asElement();
    Optional<Problem> problem = problem(element);
    if (problem.isPresent()) {
      error(problem.get().tag(), part, mark, element.getSimpleName() + " " + problem.get().text());
      return Optional.empty();
    }
    return converterTypes(converter)
        .flatMap(both -> converted(part, mark, use, element, both, scope));
  }

  private Optional<Value> converted(
      Part part,
      Mark mark,
      TypeUse use,
      TypeElement converter,
      List<? extends TypeMirror> both,
      Scope scope) {
    if (!types.isSameType(boxed(use.type()), both.get(0))) {
      error(
          "ConverterType",
          part,
          mark,
          "%s converts %s, but %s has type %s; name a Converter<%s, ...>"
              .formatted(
                  converter.getSimpleName(),
                  TypeNames.display(both.get(0)),
                  part.label(),
                  TypeNames.display(use.type()),
                  TypeNames.display(boxed(use.type()))));
      return Optional.empty();
    }
    Optional<Value> stored = stored(part, both.get(1), scope);
    if (stored.isEmpty()) {
      error(
          "ConverterStored",
          part,
          mark,
          "%s stores %s, which has no column type; let it store String, Long, byte[] or another"
                  .formatted(converter.getSimpleName(), TypeNames.display(both.get(1)))
              + " type of the table");
    }
    return stored.map(
        value -> new Value.Converted(TypeNames.of(use.type()), TypeNames.of(converter), value));
  }

  /** What is stored is read in a report of its own: one mistake, told in the converter's words. */
  private Optional<Value> stored(Part part, TypeMirror type, Scope scope) {
    Reading apart = Reading.of(reading.compilation(), reading.record());
    ValueReader reader = new ValueReader(apart, new ComponentReader(apart));
    return reader.plain(part, new TypeUse(type, "", Set.of()), scope.element());
  }

  private Optional<Problem> problem(TypeElement converter) {
    Optional<String> hidden = reading.inaccessible(converter);
    if (hidden.isPresent()) {
      return problem(
          "ConverterAccess",
          "cannot be used by generated classes: " + hidden.get() + "; make it visible there");
    }
    if (converter.getModifiers().contains(Modifier.ABSTRACT)) {
      return problem("ConverterAbstract", "cannot be made, being abstract; name a class");
    }
    boolean inner =
        converter.getEnclosingElement() instanceof TypeElement
            && !converter.getModifiers().contains(Modifier.STATIC);
    if (inner || !hasPublicConstructor(converter)) {
      return problem(
          "ConverterConstructor",
          inner
              ? "is an inner class, which cannot be made alone; make it static"
              : "has no public constructor without parameters; add one");
    }
    return Optional.empty();
  }

  private static Optional<Problem> problem(String tag, String text) {
    return Optional.of(new Problem(tag, text));
  }

  /** A default constructor is as visible as its class, which has been looked at. */
  private boolean hasPublicConstructor(TypeElement converter) {
    return ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
        .anyMatch(
            constructor ->
                constructor.getParameters().isEmpty()
                    && (constructor.getModifiers().contains(Modifier.PUBLIC)
                        || !converter.getModifiers().contains(Modifier.PUBLIC)
                            && !constructor.getModifiers().contains(Modifier.PRIVATE)));
  }

  private Optional<List<? extends TypeMirror>> converterTypes(TypeMirror type) {
    List<TypeMirror> open = new ArrayList<>(List.of(type));
    while (!open.isEmpty()) {
      TypeMirror next = open.remove(0);
      if (ScalarTypes.className(next).equals(CONVERTER)) {
        List<? extends TypeMirror> both = ((DeclaredType) next).getTypeArguments();
        return both.size() == 2 ? Optional.of(both) : Optional.empty();
      }
      open.addAll(types.directSupertypes(next));
    }
    return Optional.empty();
  }

  private TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
        : type;
  }

  private void error(String tag, Part part, Mark mark, String message) {
    reading.report().error(tag, part, mark, "value", message);
  }
}
