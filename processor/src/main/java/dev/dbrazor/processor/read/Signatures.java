package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.report.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the types that stand in method signatures by the rules of components. */
public final class Signatures {
  private final Compilation compilation;
  private final IndexResources index;

  /**
   * Makes a reader for one compilation.
   *
   * @param sources qualified names of the top-level types compiled from source; grows with rounds
   */
  public Signatures(ProcessingEnvironment env, Set<String> sources) {
    this.index = new IndexResources(env.getFiler());
    this.compilation = new Compilation(env.getElementUtils(), env.getTypeUtils(), sources, index);
  }

  /** The record of a collection of the class path, or of an earlier compilation of this one. */
  public Optional<TypeElement> indexed(String table) {
    return index
        .collection(table)
        .map(compilation.elements()::getTypeElement)
        .filter(Compilation::isRecord);
  }

  /** A collection's model; empty when something is wrong with it, which is told elsewhere. */
  public Optional<EntityModel> collection(TypeElement record, ProcessingEnvironment env) {
    return new CollectionReader(env, compilation.roots(), finding -> {}).read(record);
  }

  public boolean isCollection(TypeElement record) {
    return compilation.isCollection(record);
  }

  /** What a collection is called. */
  public String collectionName(TypeElement record) {
    return CollectionNames.of(record, compilation.elements());
  }

  /** The components of a record that rows are read into; empty when something is wrong with it. */
  public Optional<List<Component>> components(TypeElement record, Consumer<Finding> findings) {
    Reading reading = Reading.of(compilation, record);
    ComponentReader reader = new ComponentReader(reading);
    List<Component> components = new ArrayList<>();
    for (Part part : Part.of(record, Optional.empty(), compilation)) {
      reader.read(part, Scope.of(record)).ifPresent(components::add);
    }
    reading.report().findings().forEach(findings);
    boolean all = components.size() == record.getRecordComponents().size();
    return all && reading.report().isClean() ? Optional.of(components) : Optional.empty();
  }

  /** A value whose type alone says how it is stored: a scalar, an enum, or a wrapper of these. */
  public Optional<Value> value(TypeMirror type) {
    Optional<ScalarKind> scalar = ScalarTypes.of(type);
    if (scalar.isPresent()) {
      return Optional.of(new Value.Scalar(TypeNames.of(type), scalar.get()));
    }
    if (type.getKind() == TypeKind.ARRAY) {
      return new TypeUse(type, "", Set.of()).element().type().getKind() == TypeKind.BYTE
          ? Optional.of(new Value.Scalar(TypeNames.of(type), ScalarKind.BYTES))
          : Optional.empty();
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    if (element.getKind() == ElementKind.ENUM) {
      return Optional.of(new Value.EnumConstant(TypeNames.of(type)));
    }
    boolean wrapper =
        Compilation.isRecord(element)
            && element.getRecordComponents().size() == 1
            && element.getTypeParameters().isEmpty()
            && !compilation.isCollection(element);
    return wrapper ? wrapper(element) : Optional.empty();
  }

  private Optional<Value> wrapper(TypeElement record) {
    return components(record, finding -> {})
        .map(only -> only.get(0))
        .filter(only -> !only.nullable() && !only.optional())
        .map(only -> new Value.Wrapper(TypeNames.of(record), only.name(), only.value()));
  }

  /** Whether a type is marked {@code Nullable} where it is used, or what it is declared for is. */
  public static boolean isNullable(TypeMirror type, Element declared) {
    return TypeUse.isMarked(type.getAnnotationMirrors())
        || TypeUse.isMarked(declared.getAnnotationMirrors());
  }

  /** Of a type made of classes, primitives and arrays: no wildcard, no type variable. */
  public static TypeName name(TypeMirror type) {
    return TypeNames.of(type);
  }

  /** As a user writes it. */
  public static String display(TypeMirror type) {
    return TypeNames.display(type);
  }

  /** Whether a type, and all it is nested in, is public. */
  public static boolean isPublic(TypeElement type) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
