package dev.dbrazor.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * One component as it stands in the source, before anything is known about it.
 *
 * @param owner the record it belongs to
 * @param component the component
 * @param field its backing field, where javac 17 knows the line and where annotations are read
 * @param shown where mistakes are reported: the component itself, or when its record comes from a
 *     jar the component that uses it
 * @param type its type and what is known about nulls
 * @param elements reads annotations
 */
record Part(
    TypeElement owner,
    RecordComponentElement component,
    Element field,
    Optional<Part> shown,
    TypeUse type,
    Elements elements) {

  /**
   * The components of a record in order; one without a field, in half-typed code, is left out.
   *
   * @param user the component through which a record of a jar is reached
   */
  static List<Part> of(TypeElement record, Optional<Part> user, Compilation compilation) {
    List<Part> parts = new ArrayList<>();
    Optional<Part> shown = compilation.isSource(record) ? Optional.empty() : user;
    for (RecordComponentElement component : record.getRecordComponents()) {
      Set<String> nullable =
          compilation.nullness().of(record, component.getSimpleName().toString());
      field(component)
          .ifPresent(
              field -> {
                TypeUse type = new TypeUse(component.asType(), "", nullable);
                parts.add(new Part(record, component, field, shown, type, compilation.elements()));
              });
    }
    return parts;
  }

  private static Optional<? extends Element> field(RecordComponentElement component) {
    return ElementFilter.fieldsIn(component.getEnclosingElement().getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .findFirst();
  }

  String name() {
    return component.getSimpleName().toString();
  }

  /** As messages name it. */
  String label() {
    return "component \"" + name() + "\" of " + owner.getSimpleName();
  }

  /** Read from the field, where javac can underline it; Eclipse leaves some out there. */
  Optional<Mark> mark(String annotation) {
    return Mark.on(field, annotation, elements).or(() -> Mark.on(component, annotation, elements));
  }

  boolean has(String annotation) {
    return mark(annotation).isPresent();
  }

  /** Whether it is marked as a whole, by a type or a declaration annotation. */
  boolean nullable() {
    return type.nullable() || declarations().stream().anyMatch(TypeUse::isMarked);
  }

  /** A declaration annotation lands where its target allows: field, accessor, parameter. */
  private List<List<? extends AnnotationMirror>> declarations() {
    List<List<? extends AnnotationMirror>> all = new ArrayList<>();
    all.add(component.getAnnotationMirrors());
    all.add(field.getAnnotationMirrors());
    for (Element member : owner.getEnclosedElements()) {
      if (member instanceof ExecutableElement method) {
        if (member.getKind() == ElementKind.CONSTRUCTOR) {
          parameter(method).ifPresent(all::add);
        } else if (method.getParameters().isEmpty()
            && method.getSimpleName().equals(component.getSimpleName())) {
          all.add(method.getAnnotationMirrors());
        }
      }
    }
    return all;
  }

  private Optional<List<? extends AnnotationMirror>> parameter(ExecutableElement constructor) {
    List<? extends RecordComponentElement> components = owner.getRecordComponents();
    int index = components.indexOf(component);
    return constructor.getParameters().size() == components.size()
            && constructor.getParameters().get(index).getSimpleName().contentEquals(name())
        ? Optional.of(constructor.getParameters().get(index).getAnnotationMirrors())
        : Optional.empty();
  }
}
