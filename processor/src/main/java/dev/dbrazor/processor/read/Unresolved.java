package dev.dbrazor.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds types that do not exist, or not yet: another processor may be about to generate them. */
final class Unresolved {
  private final Compilation compilation;
  private final Set<TypeElement> seen = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();

  private Unresolved(Compilation compilation) {
    this.compilation = compilation;
  }

  /** Each missing type with the component that names it, nested records included. */
  static List<String> in(TypeElement record, Compilation compilation) {
    Unresolved search = new Unresolved(compilation);
    search.record(record);
    return search.missing;
  }

  /** The records that a record is made of, itself first. */
  static Set<TypeElement> reachable(TypeElement record, Compilation compilation) {
    Unresolved search = new Unresolved(compilation);
    search.record(record);
    return search.seen;
  }

  private void record(TypeElement record) {
    if (!Compilation.isRecord(record) || !seen.add(record)) {
      return;
    }
    for (Part part : Part.of(record, Optional.empty(), compilation)) {
      type(part, part.type().type());
      named(part, "References");
      named(part, "Convert");
    }
  }

  private void named(Part part, String annotation) {
    part.mark(annotation)
        .ifPresent(
            mark ->
                mark.type("value")
                    .ifPresentOrElse(
                        type -> converter(part, type),
                        () -> missing.add("@" + annotation + " of " + part.label())));
  }

  /** A class may exist before what it converts does. */
  private void converter(Part part, TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      missing.add(type + " of " + part.label());
    } else if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      element.getInterfaces().forEach(each -> shallow(part, each));
    }
  }

  private void shallow(Part part, TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      missing.add(type + " of " + part.label());
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(each -> shallow(part, each));
    }
  }

  private void type(Part part, TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      missing.add(type + " of " + part.label());
    } else if (type instanceof ArrayType array) {
      type(part, array.getComponentType());
    } else if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      declared.getTypeArguments().forEach(each -> type(part, each));
      record(element);
    }
  }
}
