package dev.dbrazor.processor;

import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.verify.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the place in the source that a problem with a statement goes back to. */
final class ProblemPlaces {
  private final Types types;

  ProblemPlaces(Types types) {
    this.types = types;
  }

  /** An error on the component's backing field, or on the record. */
  Finding finding(Problem problem, TypeElement record) {
    Element element = problem.path().isEmpty() ? record : component(record, problem.path());
    String holder = problem.annotation().equals("Index") ? "Collection" : problem.annotation();
    AnnotationMirror annotation = annotation(element, holder).orElse(null);
    return Finding.error(
        problem.tag(), problem.message(), element, annotation, value(annotation, problem.sql()));
  }

  /** The field a path leads to; as far as it leads when a record on the way cannot be seen. */
  private Element component(TypeElement record, String path) {
    Element found = record;
    Element in = record;
    for (String name : path.split("\\.")) {
      Optional<VariableElement> field =
          in == null
              ? Optional.empty()
              : ElementFilter.fieldsIn(in.getEnclosedElements()).stream()
                  .filter(each -> each.getSimpleName().contentEquals(name))
                  .findFirst();
      if (field.isEmpty()) {
        break;
      }
      found = field.get();
      in = types.asElement(found.asType());
    }
    return found;
  }

  private static Optional<? extends AnnotationMirror> annotation(Element element, String name) {
    return element.getAnnotationMirrors().stream()
        .filter(
            mirror -> mirror.getAnnotationType().asElement().getSimpleName().contentEquals(name))
        .findFirst();
  }

  /** The string that holds the SQL, however deep in the annotation. */
  private static @Nullable AnnotationValue value(
      @Nullable AnnotationMirror annotation, String sql) {
    if (annotation == null) {
      return null;
    }
    for (AnnotationValue value : annotation.getElementValues().values()) {
      AnnotationValue found = value(value, sql);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable AnnotationValue value(AnnotationValue value, String sql) {
    if (value.getValue() instanceof AnnotationMirror nested) {
      return value(nested, sql);
    } else if (value.getValue() instanceof List<?> list) {
      return list.stream()
          .map(item -> value((AnnotationValue) item, sql))
          .filter(found -> found != null)
          .findFirst()
          .orElse(null);
    }
    return sql.equals(value.getValue()) ? value : null;
  }
}
