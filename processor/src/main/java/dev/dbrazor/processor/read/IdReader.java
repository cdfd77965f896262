package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how records are identified: one id that may be generated, or a key of several parts. */
final class IdReader {
  private static final Map<ScalarKind, IdModel.Kind> SINGLE =
      Map.of(
          ScalarKind.LONG, IdModel.Kind.DATABASE_KEY,
          ScalarKind.UUID, IdModel.Kind.UUID,
          ScalarKind.STRING, IdModel.Kind.TEXT);

  private static final Set<ScalarKind> INEXACT =
      EnumSet.of(ScalarKind.FLOAT, ScalarKind.DOUBLE, ScalarKind.BYTES, ScalarKind.BIG_DECIMAL);

  private final Report report;

  IdReader(Report report) {
    this.report = report;
  }

  /**
   * Reads the id.
   *
   * @param parts all components of the record marked {@code @Id}
   * @param components those of them that could be read
   */
  Optional<IdModel> read(List<Part> parts, List<Component> components) {
    boolean fine = true;
    for (Part part : parts) {
      Optional<Component> component =
          components.stream().filter(each -> each.name().equals(part.name())).findFirst();
      fine &= component.isPresent() && fits(part, component.get(), parts.size() > 1);
      fine &= parts.size() > 1 || notUnique(part);
    }
    return fine && !parts.isEmpty() ? Optional.of(model(components)) : Optional.empty();
  }

  private static IdModel model(List<Component> ids) {
    IdModel.Kind kind =
        ids.size() > 1
            ? IdModel.Kind.COMPOSITE
            : SINGLE.get(kind(ids.get(0).value()).orElseThrow());
    return new IdModel(kind, ids);
  }

  private boolean fits(Part part, Component id, boolean composite) {
    Optional<ScalarKind> kind = kind(id.value());
    boolean isEnum = bare(id.value()) instanceof Value.EnumConstant;
    boolean fits =
        composite
            ? isEnum || kind.filter(each -> !INEXACT.contains(each)).isPresent()
            : kind.filter(SINGLE::containsKey).isPresent();
    Mark mark = part.mark("Id").orElseThrow();
    if (!fits || id.optional()) {
      report.error(
          "IdType",
          part,
          mark,
          "%s has type %s, which cannot be an id; use %s"
              .formatted(
                  part.label(),
                  TypeNames.display(part.type().type()),
                  composite
                      ? "text, whole numbers, UUID, times, enums, or a record of one of these"
                      : "UUID, String, long, or a record of one of these"));
      return false;
    }
    if (composite && part.nullable()) {
      report.error(
          "NullableId",
          part,
          mark,
          part.label()
              + " is part of a composite id, which is never generated, so it cannot be null;"
              + " remove @Nullable");
      return false;
    }
    return true;
  }

  private boolean notUnique(Part part) {
    for (String name : List.of("Unique", "Indexed")) {
      Optional<Mark> mark = part.mark(name);
      if (mark.isPresent()) {
        report.error(
            "Redundant" + name,
            part,
            mark.get(),
            part.label() + " is the id, which is unique and indexed already; remove @" + name);
        return false;
      }
    }
    return true;
  }

  private static Optional<ScalarKind> kind(Value value) {
    return bare(value) instanceof Value.Scalar scalar
        ? Optional.of(scalar.kind())
        : Optional.empty();
  }

  private static Value bare(Value value) {
    return value instanceof Value.Wrapper wrapper ? bare(wrapper.wrapped()) : value;
  }
}
