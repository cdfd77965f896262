package dev.dbrazor.processor.read;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Whether what is generated must use deprecated code, of which javac would warn there. */
public final class Deprecation {
  private final Elements elements;
  private final Set<Element> seen = new HashSet<>();

  private Deprecation(Elements elements) {
    this.elements = elements;
  }

  /** In a record, its components, or the records these hold. */
  public static boolean isIn(TypeElement record, Elements elements) {
    return new Deprecation(elements).uses(record);
  }

  /** In an interface of statements: the interface, its methods, or what they take and return. */
  public static boolean isInStatements(TypeElement dao, Elements elements) {
    Deprecation deprecation = new Deprecation(elements);
    return deprecation.uses(dao)
        || ElementFilter.methodsIn(elements.getAllMembers(dao)).stream()
            .filter(method -> method.getEnclosingElement().getKind() == ElementKind.INTERFACE)
            .anyMatch(
                method ->
                    elements.isDeprecated(method)
                        || deprecation.uses(method.getReturnType())
                        || method.getParameters().stream()
                            .anyMatch(each -> deprecation.uses(each.asType())));
  }

  private boolean uses(TypeElement type) {
    if (!seen.add(type)) {
      return false;
    }
    return elements.isDeprecated(type)
        || ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
            .anyMatch(this::uses);
  }

  private boolean uses(RecordComponentElement component) {
    Element accessor = component.getAccessor();
    return (accessor != null && elements.isDeprecated(accessor)) || uses(component.asType());
  }

  private boolean uses(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return uses(array.getComponentType());
    }
    return type instanceof DeclaredType declared
        && (uses((TypeElement) declared.asElement())
            || declared.getTypeArguments().stream().anyMatch(this::uses));
  }
}
