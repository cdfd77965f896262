package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;

/** Reads maps, whose keys become keys of a JSON object. */
final class MapReader {
  private static final Set<ScalarKind> KEYS =
      EnumSet.of(ScalarKind.STRING, ScalarKind.INT, ScalarKind.LONG, ScalarKind.UUID);

  private final Reading reading;
  private final ValueReader values;

  MapReader(Reading reading, ValueReader values) {
    this.reading = reading;
    this.values = values;
  }

  Optional<Value> read(Part part, TypeUse use, Scope scope) {
    List<TypeUse> arguments = use.arguments();
    if (arguments.size() != 2) {
      return values.raw(part, use, "Map<String, Integer>");
    }
    Optional<Value> key = key(part, arguments.get(0), scope);
    Optional<Value> value = values.plain(part, arguments.get(1), scope.element());
    if (key.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Value.Entries(
            TypeNames.of(use.type()), key.get(), value.get(), arguments.get(1).nullable()));
  }

  private Optional<Value> key(Part part, TypeUse use, Scope scope) {
    if (use.nullable()) {
      error(
          "NullableKey", part, use, "is marked @Nullable, but a JSON key is never null; remove it");
      return Optional.empty();
    }
    if (ScalarTypes.of(use.type()).filter(KEYS::contains).isPresent() || isEnum(use)) {
      return values.plain(part, use, scope.element());
    }
    error(
        "MapKey",
        part,
        use,
        "cannot be a JSON key; String, Integer, Long, UUID and enums can; use one of them");
    return Optional.empty();
  }

  private boolean isEnum(TypeUse use) {
    return use.type() instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM;
  }

  private void error(String tag, Part part, TypeUse use, String text) {
    reading
        .report()
        .error(
            tag,
            part,
            "the map key %s of %s %s".formatted(TypeNames.display(use.type()), part.label(), text));
  }
}
