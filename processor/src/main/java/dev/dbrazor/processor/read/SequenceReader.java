package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.SequenceModel;
import java.util.List;
import java.util.Optional;

/** Reads {@code @Sequence}: which component says to which stream a row belongs. */
final class SequenceReader {
  private final Report report;

  SequenceReader(Report report) {
    this.report = report;
  }

  /**
   * The sequence of a record; empty when it has none, or a mistake was reported.
   *
   * @param components those of the record that could be read
   */
  Optional<SequenceModel> read(List<Part> parts, List<Component> components) {
    return parts.stream()
        .filter(part -> part.has("Sequence"))
        .findFirst()
        .flatMap(part -> named(components, part.name()).flatMap(own -> of(part, own, components)));
  }

  private Optional<SequenceModel> of(Part part, Component own, List<Component> components) {
    Mark mark = part.mark("Sequence").orElseThrow();
    String by = mark.text("by").orElse("");
    Optional<Component> stream = named(components, by);
    if (stream.isEmpty() || stream.get() == own) {
      error(
          part, mark, "SequenceStream", by, "is no other component of it", others(own, components));
      return Optional.empty();
    }
    Component named = stream.get();
    boolean counted = named.role() != Component.Role.PLAIN && named.role() != Component.Role.ID;
    if (counted || named.column().isEmpty() || !MarkRules.isComparable(named.value())) {
      String why = counted ? "changes by itself" : "is no single value in a column of its own";
      error(part, mark, "SequenceStream", by, why, others(own, components));
      return Optional.empty();
    }
    if (named.nullable() || named.optional()) {
      String why = "may be NULL, and rows without a stream have no count";
      error(part, mark, "SequenceStream", by, why, "make it required");
      return Optional.empty();
    }
    return Optional.of(new SequenceModel(own.column().orElseThrow(), named.column().get()));
  }

  private static Optional<Component> named(List<Component> components, String name) {
    return components.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static String others(Component own, List<Component> components) {
    List<String> fitting =
        components.stream()
            .filter(each -> each != own && each.column().isPresent())
            .filter(each -> MarkRules.isComparable(each.value()))
            .filter(each -> !each.nullable() && !each.optional())
            .map(Component::name)
            .toList();
    return "name the component whose rows are counted together, out of "
        + String.join(", ", fitting);
  }

  private void error(Part part, Mark mark, String tag, String by, String why, String remedy) {
    report.error(
        tag,
        part,
        mark,
        "by",
        "@Sequence on %s counts by \"%s\", which %s; %s".formatted(part.label(), by, why, remedy));
  }
}
