package dev.dbrazor.processor.read;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What the compiler knows, as far as reading needs it.
 *
 * @param elements the compiler's elements
 * @param types the compiler's types
 * @param roots qualified names of the top-level types compiled from source so far
 * @param nullness what the index resources say about records of the class path
 */
record Compilation(Elements elements, Types types, Set<String> roots, NullnessIndex nullness) {
  /** Whether a type is compiled from source now, so that its lines can be reported on. */
  boolean isSource(TypeElement type) {
    Element top = type;
    while (!(top.getEnclosingElement() instanceof PackageElement)
        && top.getEnclosingElement() != null) {
      top = top.getEnclosingElement();
    }
    return top instanceof TypeElement root && roots.contains(root.getQualifiedName().toString());
  }

  /**
   * The type of a qualified name in the module of another; looking through all modules for what is
   * not there is slow.
   */
  Optional<TypeElement> besides(TypeElement type, String name) {
    ModuleElement module = elements.getModuleOf(type);
    return Optional.ofNullable(
        module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
  }

  static boolean isRecord(Element element) {
    return element.getKind() == ElementKind.RECORD;
  }

  boolean isCollection(Element element) {
    return Mark.on(element, "Collection", elements).isPresent();
  }
}
