package dev.dbrazor.processor.read;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A type where it is used, and whether it is marked {@code Nullable} there.
 *
 * <p>The mark is looked for in the source and in what the index says, since javac 17 does not show
 * type annotations of class files.
 *
 * @param type the type itself
 * @param position where it stands within the component's type: empty for the whole, {@code 0} for
 *     the first type argument, {@code 1.0} for the first of the second, {@code []} for an element
 * @param indexed positions that the index resource knows to be nullable
 */
record TypeUse(TypeMirror type, String position, Set<String> indexed) {
  boolean nullable() {
    return indexed.contains(position) || isMarked(type.getAnnotationMirrors());
  }

  List<TypeUse> arguments() {
    List<? extends TypeMirror> types =
        type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    return IntStream.range(0, types.size())
        .mapToObj(i -> new TypeUse(types.get(i), below(String.valueOf(i)), indexed))
        .toList();
  }

  /** The type of an array's elements. */
  TypeUse element() {
    return new TypeUse(((ArrayType) type).getComponentType(), below("[]"), indexed);
  }

  private String below(String step) {
    return position.isEmpty() ? step : position + "." + step;
  }

  /** Whether an annotation is named {@code Nullable}, whoever wrote it. */
  static boolean isMarked(List<? extends AnnotationMirror> annotations) {
    return annotations.stream()
        .anyMatch(
            mirror ->
                mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }
}
