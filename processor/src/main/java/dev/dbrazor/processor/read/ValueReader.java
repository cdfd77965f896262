package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** From a component's type to what is stored; empty when there is a mistake, which is reported. */
final class ValueReader {
  private final Reading reading;
  private final RecordReader records;
  private final MapReader maps;

  ValueReader(Reading reading, ComponentReader components) {
    this.reading = reading;
    this.records = new RecordReader(reading, this, components);
    this.maps = new MapReader(reading, this);
  }

  /** The component's value as its annotations say; of {@code Optional<T>}, that of T. */
  Optional<Value> read(Part part, Scope scope) {
    Optional<TypeUse> content = content(part);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    TypeUse type = content.get();
    if (part.has("Convert")) {
      return new ConverterReader(reading, this).read(part, type, scope);
    }
    if (part.has("Embedded") && scope.hasColumns()) {
      return records.embedded(part, type, scope);
    }
    return marked(part, type, scope);
  }

  private Optional<Value> marked(Part part, TypeUse type, Scope scope) {
    NumberMarks marks = new NumberMarks(reading.report());
    Optional<Mark> vector = part.mark("Vector");
    Optional<Mark> decimal = part.mark("Decimal");
    if (vector.isPresent()) {
      return elementsNotNull(part, type)
          ? marks.vector(part, vector.get(), type)
          : Optional.empty();
    }
    return decimal.isPresent()
        ? marks.decimal(part, decimal.get(), type)
        : plain(part, type, scope);
  }

  static boolean isOptional(TypeMirror type) {
    return ScalarTypes.className(type).equals("java.util.Optional");
  }

  private Optional<TypeUse> content(Part part) {
    TypeUse type = part.type();
    if (!isOptional(type.type())) {
      return Optional.of(type);
    }
    if (type.arguments().isEmpty()) {
      raw(part, type, "Optional<String>");
      return Optional.empty();
    }
    TypeUse content = type.arguments().get(0);
    if (isOptional(content.type())) {
      unsupported(part, type, "an absent value has one form only; write one Optional");
      return Optional.empty();
    }
    return Optional.of(content);
  }

  /** A value whose type alone says how it is stored. */
  Optional<Value> plain(Part part, TypeUse use, Scope scope) {
    TypeMirror type = use.type();
    Optional<ScalarKind> scalar = ScalarTypes.of(type);
    if (scalar.isPresent()) {
      return Optional.of(new Value.Scalar(TypeNames.of(type), scalar.get()));
    }
    if (type.getKind() == TypeKind.ARRAY) {
      return array(part, use);
    }
    if (type instanceof DeclaredType declared
        && type.getKind() == TypeKind.DECLARED
        && declared.asElement() instanceof TypeElement element) {
      return declared(part, use, element, scope);
    }
    return unsupported(part, use, Remedies.of(type));
  }

  private Optional<Value> declared(Part part, TypeUse use, TypeElement element, Scope scope) {
    if (element.getKind() == ElementKind.ENUM) {
      return accessible(part, element)
          ? Optional.of(new Value.EnumConstant(TypeNames.of(use.type())))
          : Optional.empty();
    }
    if (Compilation.isRecord(element)) {
      return records.read(part, use, element, scope);
    }
    return switch (element.getQualifiedName().toString()) {
      case "java.util.List", "java.util.Set" -> elements(part, use, scope);
      case "java.util.Map" -> maps.read(part, use, scope);
      case "com.fasterxml.jackson.databind.JsonNode" ->
          Optional.of(new Value.Json(TypeNames.of(use.type())));
      case "java.util.Optional" ->
          unsupported(part, use, "an Optional is a whole component; write @Nullable here");
      default -> unsupported(part, use, Remedies.of(use.type()));
    };
  }

  private Optional<Value> array(Part part, TypeUse use) {
    TypeKind element = use.element().type().getKind();
    if (!elementsNotNull(part, use)) {
      return Optional.empty();
    }
    if (element == TypeKind.BYTE) {
      return Optional.of(new Value.Scalar(TypeNames.of(use.type()), ScalarKind.BYTES));
    }
    if (element == TypeKind.FLOAT) {
      reading
          .report()
          .error(
              "VectorMissing",
              part,
              part.label()
                  + (use.position().isEmpty()
                      ? " is a float[], which has no length of its own; add"
                          + " @Vector(dimensions = 384) with the length of your vectors"
                      : " contains float[], which has no length of its own; write a record of one"
                          + " component for it: record Embedding(@Vector(dimensions = 384) float[]"
                          + " values)"));
      return Optional.empty();
    }
    return unsupported(part, use, Remedies.of(use.type()));
  }

  /** {@code @Nullable byte[]} with a type annotation is about the elements, not the array. */
  private boolean elementsNotNull(Part part, TypeUse use) {
    if (use.type().getKind() != TypeKind.ARRAY || !use.element().nullable()) {
      return true;
    }
    String element = TypeNames.display(use.element().type());
    reading
        .report()
        .error(
            "NullableElement",
            part,
            part.label()
                + " is a "
                + TypeNames.display(use.type())
                + " with @Nullable on its elements, which are never null; write "
                + element
                + " @Nullable [] for an array that may be null");
    return false;
  }

  private Optional<Value> elements(Part part, TypeUse use, Scope scope) {
    TypeName type = TypeNames.of(((TypeElement) ((DeclaredType) use.type()).asElement()));
    List<TypeUse> arguments = use.arguments();
    if (arguments.isEmpty()) {
      return raw(part, use, type.flatName() + "<String>");
    }
    TypeUse element = arguments.get(0);
    return plain(part, element, scope.element())
        .map(
            value ->
                new Value.Elements(
                    TypeNames.of(use.type()),
                    type.flatName().equals("Set"),
                    value,
                    element.nullable()));
  }

  boolean accessible(Part part, TypeElement type) {
    Optional<String> reason = reading.inaccessible(type);
    reason.ifPresent(
        text ->
            reading
                .report()
                .error(
                    "InaccessibleType",
                    part,
                    part.label()
                        + " has type "
                        + type.getSimpleName()
                        + ", which generated classes in the package of "
                        + reading.record().getSimpleName()
                        + " cannot use: "
                        + text
                        + "; make it visible there"));
    return reason.isEmpty();
  }

  Optional<Value> raw(Part part, TypeUse use, String example) {
    return unsupported(part, use, "say what is in it: " + example);
  }

  Optional<Value> unsupported(Part part, TypeUse use, String remedy) {
    reading
        .report()
        .error(
            "UnsupportedType",
            part,
            part.label()
                + (use.position().isEmpty() ? " has type " : " contains type ")
                + TypeNames.display(use.type())
                + ", which cannot be stored; "
                + remedy);
    return Optional.empty();
  }
}
