package dev.dbrazor.processor;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Hints;
import dev.dbrazor.processor.read.CollectionReader;
import dev.dbrazor.processor.read.HintsReader;
import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.schema.SchemaDifferences;
import dev.dbrazor.processor.schema.SchemaFile;
import dev.dbrazor.processor.schema.SchemaFolder;
import dev.dbrazor.processor.schema.SchemaModel;
import dev.dbrazor.processor.schema.SchemaText;
import dev.dbrazor.processor.schema.StepRules;
import dev.dbrazor.processor.verify.Problem;
import dev.dbrazor.processor.verify.Verification;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Leaves a schema file for each collection in the output folder, and compares it with what the
 * source tree holds.
 */
final class SchemaComparison {
  private static final String OUTPUT = "META-INF/dbrazor/schema/";

  private final ProcessingEnvironment env;
  private final SchemaOptions options;
  private final Consumer<Finding> findings;
  private final CollectionReader reader;
  private final HintsReader hintsReader;
  private final ProblemPlaces places;

  SchemaComparison(ProcessingEnvironment env, Consumer<Finding> findings) {
    this.env = env;
    this.options = SchemaOptions.of(env.getOptions());
    this.findings = findings;
    this.reader = new CollectionReader(env, Set.of(), finding -> {});
    this.hintsReader = new HintsReader(env);
    this.places = new ProblemPlaces(env.getTypeUtils());
  }

  /** Records with mistakes of their own have no schema; those are told elsewhere. */
  void compare(Set<TypeElement> records) throws IOException {
    try (Verification verification = new Verification()) {
      for (TypeElement record : records) {
        if (reader.unresolved(record).isEmpty()) {
          Optional<EntityModel> model = reader.read(record);
          if (model.isPresent()) {
            compare(model.get(), record, verification);
          }
        }
      }
    }
  }

  private void compare(EntityModel model, TypeElement record, Verification verification)
      throws IOException {
    Hints hints = hintsReader.read(model, record);
    SchemaModel schemas = new SchemaModel(hintsReader::constants);
    Optional<SchemaFile> before = Optional.empty();
    Optional<SchemaFile> kept = Optional.empty();
    try {
      before = file(model.table(), model.version() - 1);
      kept = file(model.table(), model.version());
    } catch (IOException e) {
      error("SchemaUnreadable", record, e.getMessage() + "; restore it from version control");
      return;
    }
    SchemaFile now = schemas.of(model, hints, before);
    write(now.withReleased(kept.map(SchemaFile::released).orElse(false)), record);
    if (options.folder().isEmpty()) {
      return;
    }
    SchemaFolder folder = options.folder().get();
    same(folder, now, kept, record);
    gap(folder, model, record);
    steps(folder, now, hints, verification)
        .forEach(problem -> findings.accept(places.finding(problem, record)));
  }

  /**
   * Of all steps: a method that led to an earlier version is needed as long as its file is there,
   * and so is every expression.
   */
  private List<Problem> steps(
      SchemaFolder folder, SchemaFile now, Hints hints, Verification verification)
      throws IOException {
    List<SchemaFile> chain =
        new ArrayList<>(folder.before(now.collection(), now.version()).values());
    chain.add(now);
    List<Problem> problems = new ArrayList<>();
    for (int i = 1; i < chain.size(); i++) {
      SchemaFile old = chain.get(i - 1);
      SchemaFile next = chain.get(i);
      problems.addAll(StepRules.check(old, next, hints));
      if (!"off".equals(env.getOptions().get("dbrazor.verify"))) {
        problems.addAll(
            verification.verifyStep(
                old.sql(), next.sql(), next.collection(), next.changes().backfilled()));
      }
    }
    return problems;
  }

  private Optional<SchemaFile> file(String collection, int version) throws IOException {
    return options.folder().isPresent()
        ? options.folder().get().read(collection, version)
        : Optional.empty();
  }

  private void write(SchemaFile file, TypeElement record) throws IOException {
    String name = OUTPUT + file.collection() + "/" + file.version() + ".json";
    try (Writer writer =
        env.getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", name, record)
            .openWriter()) {
      writer.write(SchemaText.of(file));
    }
  }

  private void same(
      SchemaFolder folder, SchemaFile now, Optional<SchemaFile> kept, TypeElement record) {
    String place = folder.place(now.collection(), now.version()).toString();
    if (kept.isEmpty()) {
      different(
          record,
          false,
          "%s in version %d has no schema file yet; take it over as %s (-Adbrazor.schema.accept=true)"
              .formatted(now.collection(), now.version(), place));
      return;
    }
    List<String> differences = SchemaDifferences.between(kept.get(), now);
    if (!differences.isEmpty()) {
      boolean released = kept.get().released();
      String accept =
          released
              ? "version %d is released, so no other is it"
              : "while version %d is not released, take the new file over"
                  + " (-Adbrazor.schema.accept=true)";
      different(
          record,
          released,
          ("%s is not what %s says of version %d:\n  %s\nraise it to"
                  + " @Collection(version = %d); or, "
                  + accept)
              .formatted(
                  record.getSimpleName(),
                  place,
                  now.version(),
                  String.join("\n  ", differences),
                  now.version() + 1,
                  now.version()));
    }
  }

  private void different(TypeElement record, boolean released, String message) {
    findings.accept(
        options.accept() && !released
            ? Finding.note("SchemaAccepted", message, record)
            : Finding.error("SchemaDiffers", message, record));
  }

  private void gap(SchemaFolder folder, EntityModel model, TypeElement record) {
    List<Path> missing = folder.missing(model.table(), model.version());
    if (!missing.isEmpty()) {
      error(
          "SchemaGap",
          record,
          ("%s is in version %d, but %s %s missing, so nothing is known about the way from there;"
                  + " restore %s from version control")
              .formatted(
                  record.getSimpleName(),
                  model.version(),
                  missing.stream().map(Path::toString).collect(Collectors.joining(", ")),
                  missing.size() == 1 ? "is" : "are",
                  missing.size() == 1 ? "it" : "them"));
    }
  }

  private void error(String tag, TypeElement record, String message) {
    findings.accept(Finding.error(tag, message, record));
  }
}
