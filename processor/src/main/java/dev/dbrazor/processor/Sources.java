package dev.dbrazor.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a round brings. */
final class Sources {
  static final String COLLECTION = "dev.dbrazor.annotation.Collection";

  static final String DAO = "dev.dbrazor.annotation.Dao";

  private Sources() {}

  /** Qualified names of the top-level types. */
  static Set<String> names(RoundEnvironment round) {
    return ElementFilter.typesIn(round.getRootElements()).stream()
        .map(type -> type.getQualifiedName().toString())
        .collect(Collectors.toSet());
  }

  /** The types marked {@code @Collection}, records or not, by qualified name. */
  static Map<String, TypeElement> collections(RoundEnvironment round) {
    return marked(round, COLLECTION);
  }

  /** The types marked {@code @Dao}, interfaces or not, by qualified name. */
  static Map<String, TypeElement> daos(RoundEnvironment round) {
    return marked(round, DAO);
  }

  private static Map<String, TypeElement> marked(RoundEnvironment round, String annotation) {
    Map<String, TypeElement> types = new LinkedHashMap<>();
    for (Element root : round.getRootElements()) {
      collect(root, annotation, types);
    }
    return types;
  }

  private static void collect(Element element, String annotation, Map<String, TypeElement> types) {
    boolean marked =
        element.getAnnotationMirrors().stream()
            .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(annotation));
    if (marked && element instanceof TypeElement type) {
      types.put(type.getQualifiedName().toString(), type);
    }
    ElementFilter.typesIn(element.getEnclosedElements())
        .forEach(inner -> collect(inner, annotation, types));
  }
}
