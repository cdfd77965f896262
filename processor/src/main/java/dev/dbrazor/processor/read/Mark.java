package dev.dbrazor.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * One of the product's annotations as it stands in the source.
 *
 * <p>Half-typed annotations lack values or carry ones of another type, so every reader answers with
 * an {@link Optional}.
 */
final class Mark {
  private static final String PACKAGE = "dev.dbrazor.annotation.";

  private final AnnotationMirror mirror;
  private final Map<? extends ExecutableElement, ? extends AnnotationValue> values;
  private final Elements elements;

  private Mark(AnnotationMirror mirror, Elements elements) {
    this.mirror = mirror;
    this.elements = elements;
    this.values = elements.getElementValuesWithDefaults(mirror);
  }

  /** The annotation of this simple name from the product's package. */
  static Optional<Mark> on(Element element, String simpleName, Elements elements) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(PACKAGE + simpleName)) {
        return Optional.of(new Mark(mirror, elements));
      }
    }
    return Optional.empty();
  }

  AnnotationMirror mirror() {
    return mirror;
  }

  /** The value as written, for underlining; empty when it is a default. */
  Optional<AnnotationValue> written(String member) {
    return member(mirror.getElementValues(), member);
  }

  Optional<String> text(String member) {
    return value(member, String.class);
  }

  Optional<Integer> number(String member) {
    return value(member, Integer.class);
  }

  Optional<Long> longNumber(String member) {
    return value(member, Long.class);
  }

  Optional<Double> decimal(String member) {
    return value(member, Double.class);
  }

  Optional<Boolean> flag(String member) {
    return value(member, Boolean.class);
  }

  Optional<TypeMirror> type(String member) {
    return value(member, TypeMirror.class);
  }

  Optional<String> constant(String member) {
    return value(member, VariableElement.class).map(value -> value.getSimpleName().toString());
  }

  List<String> texts(String member) {
    return items(member, String.class);
  }

  List<Integer> numbers(String member) {
    return items(member, Integer.class);
  }

  private <T> List<T> items(String member, Class<T> type) {
    return items(member).stream()
        .map(AnnotationValue::getValue)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  List<Mark> marks(String member) {
    return items(member).stream()
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(value -> new Mark((AnnotationMirror) value, elements))
        .toList();
  }

  private List<AnnotationValue> items(String member) {
    Optional<AnnotationValue> value = member(values, member);
    if (value.isPresent() && value.get().getValue() instanceof List<?> items) {
      return items.stream().map(AnnotationValue.class::cast).toList();
    }
    return value.stream().toList();
  }

  private <T> Optional<T> value(String member, Class<T> type) {
    return member(values, member)
        .map(AnnotationValue::getValue)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static Optional<AnnotationValue> member(
      Map<? extends ExecutableElement, ? extends AnnotationValue> values, String member) {
    for (var entry : values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }
}
