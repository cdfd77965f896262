package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.IndexModel;
import dev.dbrazor.processor.model.SequenceModel;
import dev.dbrazor.processor.report.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Turns a record marked {@code @Collection} into its model, or tells all that is wrong with it. */
public final class CollectionReader {
  private final Compilation compilation;
  private final Consumer<Finding> findings;

  /**
   * Makes a reader for one compilation.
   *
   * @param sources qualified names of the top-level types compiled from source; grows with rounds
   * @param findings takes what is wrong
   */
  public CollectionReader(
      ProcessingEnvironment env, Set<String> sources, Consumer<Finding> findings) {
    this.compilation =
        new Compilation(
            env.getElementUtils(), env.getTypeUtils(), sources, new IndexResources(env.getFiler()));
    this.findings = findings;
  }

  /** Types the record is made of that do not exist, or not yet: each as text for a message. */
  public List<String> unresolved(TypeElement record) {
    return Unresolved.in(record, compilation);
  }

  /** The model of a valid record; empty when something was found. */
  public Optional<EntityModel> read(TypeElement record) {
    Reading reading = Reading.of(compilation, record);
    Optional<EntityModel> model =
        Mark.on(record, "Collection", compilation.elements())
            .flatMap(mark -> read(reading, mark))
            .filter(each -> reading.report().isClean());
    reading.report().findings().forEach(findings);
    return model;
  }

  private Optional<EntityModel> read(Reading reading, Mark mark) {
    RecordRules rules = new RecordRules(reading, mark);
    if (!rules.isRecord()) {
      return Optional.empty();
    }
    TypeElement record = reading.record();
    String table = CollectionNames.of(record, compilation.elements());
    rules.check(table);
    List<Part> parts = Part.of(record, Optional.empty(), compilation);
    List<Component> components = components(reading, parts);
    Optional<IdModel> id = id(reading, rules, parts, components);
    rules.freeNames(parts.stream().filter(part -> part.has("Id")).count() > 1);
    List<String> idColumns =
        parts.stream().filter(part -> part.has("Id")).map(Scope::columnName).toList();
    List<IndexModel> indexes = new IndexReader(reading, mark, idColumns).read(components);
    Optional<SequenceModel> sequence = new SequenceReader(reading.report()).read(parts, components);
    sequence.map(CollectionReader::numbers).ifPresent(indexes::add);
    if (id.isEmpty() || components.size() < record.getRecordComponents().size()) {
      return Optional.empty();
    }
    return Optional.of(
        new EntityModel(
            TypeNames.of(record),
            table,
            mark.number("version").orElse(1),
            mark.longNumber("expectedRows").orElse(0L),
            isPublic(record),
            id.get(),
            components,
            indexes,
            sequence));
  }

  private List<Component> components(Reading reading, List<Part> parts) {
    ComponentReader reader = new ComponentReader(reading);
    List<Component> components = new ArrayList<>();
    for (Part part : parts) {
      reader.read(part, Scope.of(reading.record())).ifPresent(components::add);
    }
    once(reading, parts, "Version");
    once(reading, parts, "CreatedAt");
    once(reading, parts, "UpdatedAt");
    once(reading, parts, "Sequence");
    if (reading.columns().isTooWide()) {
      reading
          .report()
          .error(
              "TooManyColumns",
              reading.record(),
              "%s has %d columns; SQLite allows 2000; put some into a nested record"
                  .formatted(reading.record().getSimpleName(), reading.columns().names().size()));
    }
    return components;
  }

  /** Finds the last number of a stream, and keeps each number single. */
  private static IndexModel numbers(SequenceModel sequence) {
    return new IndexModel(List.of(sequence.stream(), sequence.column()), true, Optional.empty());
  }

  private void once(Reading reading, List<Part> parts, String role) {
    List<Part> all = parts.stream().filter(part -> part.has(role)).toList();
    for (Part second : all.subList(Math.min(1, all.size()), all.size())) {
      reading
          .report()
          .error(
              "DuplicateRole",
              second,
              second.mark(role).orElseThrow(),
              "@%s is on %s, but on %s already; a record has one; remove it here"
                  .formatted(role, second.label(), all.get(0).label()));
    }
  }

  private Optional<IdModel> id(
      Reading reading, RecordRules rules, List<Part> parts, List<Component> components) {
    List<Part> ids = parts.stream().filter(part -> part.has("Id")).toList();
    if (parts.isEmpty() && reading.record().getRecordComponents().isEmpty()) {
      rules.error(
          "NoComponents",
          reading.record().getSimpleName()
              + " has no components, so nothing can be stored; add an @Id and what it identifies");
    } else if (ids.isEmpty()) {
      rules.error(
          "NoId",
          "%s has no @Id; its components are %s; mark one, or add @Id UUID id"
              .formatted(
                  reading.record().getSimpleName(),
                  String.join(", ", parts.stream().map(Part::name).toList())));
    }
    List<Component> read =
        components.stream().filter(each -> each.role() == Component.Role.ID).toList();
    return new IdReader(reading.report()).read(ids, read);
  }

  private static boolean isPublic(TypeElement record) {
    for (Element e = record; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
