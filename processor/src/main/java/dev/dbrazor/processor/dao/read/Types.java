package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.read.Signatures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the types of a signature are. */
final class Types {
  private static final Set<String> LISTS =
      Set.of("java.util.Collection", "java.util.List", "java.util.Set");

  private Types() {}

  static String className(TypeMirror type) {
    return element(type).map(each -> each.getQualifiedName().toString()).orElse("");
  }

  static Optional<TypeElement> element(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
            && ((DeclaredType) type).asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  static Optional<TypeElement> record(TypeMirror type) {
    return element(type).filter(each -> each.getKind() == ElementKind.RECORD);
  }

  static boolean isList(TypeMirror type) {
    return LISTS.contains(className(type));
  }

  static boolean isOptional(TypeMirror type) {
    return className(type).equals("java.util.Optional");
  }

  /** The only type argument; empty when there is none. */
  static Optional<TypeMirror> argument(TypeMirror type) {
    List<? extends TypeMirror> arguments =
        type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    return arguments.size() == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
  }

  /** Whether a type is written out: no wildcard, no type variable, at any depth. */
  static boolean isPlain(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isPlain(array.getComponentType());
    }
    return type.getKind().isPrimitive()
        || type.getKind() == TypeKind.VOID
        || type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().allMatch(Types::isPlain);
  }

  /** Whether a type, or one within, does not exist. */
  static boolean isMissing(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return isMissing(array.getComponentType());
    }
    boolean within =
        type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(Types::isMissing);
    return within
        || record(type).stream()
            .flatMap(record -> record.getRecordComponents().stream())
            .anyMatch(component -> component.asType().getKind() == TypeKind.ERROR);
  }

  /** Whether an annotation is named {@code Nullable}, whoever wrote it. */
  static boolean isNullable(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable");
  }

  static TypeName name(TypeMirror type) {
    return Signatures.name(type);
  }

  /** A BigDecimal without a scale. */
  static boolean isPlainDecimal(Value value) {
    return Agreement.isKind(Agreement.stored(value), ScalarKind.BIG_DECIMAL);
  }
}
