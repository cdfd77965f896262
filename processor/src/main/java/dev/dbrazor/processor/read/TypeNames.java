package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.TypeName;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** From the compiler's types to names. */
final class TypeNames {
  private TypeNames() {}

  /** Of a type made of classes, primitives and arrays: no wildcard, no type variable. */
  static TypeName of(TypeMirror type) {
    if (type instanceof ArrayType array) {
      TypeName element = of(array.getComponentType());
      return new TypeName(
          element.packageName(),
          element.simpleNames(),
          element.arguments(),
          element.dimensions() + 1);
    }
    if (type instanceof DeclaredType declared) {
      TypeName raw = of((TypeElement) declared.asElement());
      List<TypeName> arguments = declared.getTypeArguments().stream().map(TypeNames::of).toList();
      return new TypeName(raw.packageName(), raw.simpleNames(), arguments, 0);
    }
    return TypeName.of("", type.getKind().name().toLowerCase(Locale.ROOT));
  }

  static TypeName of(TypeElement type) {
    LinkedList<String> names = new LinkedList<>();
    Element element = type;
    while (!(element instanceof PackageElement)) {
      names.addFirst(element.getSimpleName().toString());
      element = element.getEnclosingElement();
    }
    String packageName = ((PackageElement) element).getQualifiedName().toString();
    return new TypeName(packageName, names, List.of(), 0);
  }

  /** As a user writes it: {@code List<String>}, {@code byte[]}; without annotations. */
  static String display(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return display(array.getComponentType()) + "[]";
    }
    if (type instanceof DeclaredType declared) {
      List<String> arguments =
          declared.getTypeArguments().stream().map(TypeNames::display).toList();
      String name = declared.asElement().getSimpleName().toString();
      return arguments.isEmpty() ? name : name + "<" + String.join(", ", arguments) + ">";
    }
    return type.getKind().isPrimitive()
        ? type.getKind().name().toLowerCase(Locale.ROOT)
        : type.toString();
  }
}
