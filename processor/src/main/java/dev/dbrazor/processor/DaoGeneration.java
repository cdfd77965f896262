package dev.dbrazor.processor;

import dev.dbrazor.processor.dao.model.DaoModel;
import dev.dbrazor.processor.dao.model.StatementModel;
import dev.dbrazor.processor.dao.read.DaoReader;
import dev.dbrazor.processor.dao.read.PlanSeverity;
import dev.dbrazor.processor.dao.read.QueryContext;
import dev.dbrazor.processor.dao.verify.SchemaEngine;
import dev.dbrazor.processor.read.CollectionReader;
import dev.dbrazor.processor.read.Deprecation;
import dev.dbrazor.processor.read.Signatures;
import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.write.SqlDaoFiles;
import dev.dbrazor.processor.write.StatementCatalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** From interfaces of own SQL to their classes and the catalogue of their statements. */
final class DaoGeneration {
  private final ProcessingEnvironment env;
  private final Signatures signatures;
  private final CollectionReader reader;
  private final Set<String> sources;
  private final Consumer<Finding> findings;
  private final List<StatementModel> statements = new ArrayList<>();
  private final List<TypeElement> done = new ArrayList<>();

  DaoGeneration(ProcessingEnvironment env, Set<String> sources, Consumer<Finding> findings) {
    this.env = env;
    this.signatures = new Signatures(env, sources);
    this.reader = new CollectionReader(env, sources, finding -> {});
    this.sources = sources;
    this.findings = findings;
  }

  /** Whether all types in the collections exist. */
  boolean isResolved(Collection<TypeElement> collections) {
    return collections.stream().allMatch(each -> reader.unresolved(each).isEmpty());
  }

  /**
   * Reads the interfaces and writes the classes of those that are right.
   *
   * @param crash takes what should not happen
   */
  void generate(
      Collection<TypeElement> collections,
      Collection<TypeElement> daos,
      BiConsumer<Element, Throwable> crash) {
    KnownCollections known = new KnownCollections(env, signatures);
    collections.forEach(known::add);
    DaoReader names = new DaoReader(context(known, SchemaEngine.none()), findings);
    daos.forEach(dao -> names.statements(dao).forEach(known::addNamed));
    boolean off = "off".equals(env.getOptions().get("dbrazor.verify"));
    try (SchemaEngine engine = off ? SchemaEngine.none() : SchemaEngine.of(known.schema())) {
      TypeElement first = daos.iterator().next();
      unknownOption(first);
      engine.unavailable().ifPresent(reason -> findings.accept(unavailable(reason, first)));
      DaoReader all = new DaoReader(context(known, engine), findings);
      for (TypeElement dao : daos) {
        try {
          write(all, dao);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
          crash.accept(dao, thrown);
        }
      }
    }
  }

  private void write(DaoReader all, TypeElement dao) {
    all.read(dao)
        .filter(model -> isFree(model, dao))
        .ifPresent(
            model -> {
              boolean deprecated = Deprecation.isInStatements(dao, env.getElementUtils());
              new SqlDaoFiles(env.getFiler(), env.getElementUtils()).write(model, dao, deprecated);
              model.methods().forEach(method -> statements.add(method.statement()));
              done.add(dao);
            });
  }

  private boolean isFree(DaoModel model, TypeElement dao) {
    String name = model.generated().qualifiedName();
    if (sources.contains(name)) {
      findings.accept(
          Finding.error(
              "ClassExists",
              "%s is generated for %s, but there is such a class already; rename one of the two"
                  .formatted(name, dao.getSimpleName()),
              dao));
      return false;
    }
    return true;
  }

  private QueryContext context(KnownCollections known, SchemaEngine engine) {
    PlanSeverity plans =
        PlanSeverity.of(env.getOptions().getOrDefault("dbrazor.plans", "warning"))
            .orElse(PlanSeverity.WARNING);
    return new QueryContext(
        known.schema(),
        known.broken(),
        engine,
        signatures,
        env.getElementUtils(),
        env.getTypeUtils(),
        plans);
  }

  private void unknownOption(TypeElement place) {
    String plans = env.getOptions().get("dbrazor.plans");
    if (plans != null && PlanSeverity.of(plans).isEmpty()) {
      findings.accept(
          Finding.error(
              "PlansOption",
              "-Adbrazor.plans=%s is unknown; write off, note, warning or error".formatted(plans),
              place));
    }
  }

  private Finding unavailable(String reason, TypeElement place) {
    String message =
        "SQLite cannot be loaded in this compiler, so no statement is verified: " + reason;
    return "required".equals(env.getOptions().get("dbrazor.verify"))
        ? Finding.error(
            "VerifyUnavailable",
            message + "; put sqlite-jdbc on the processor path, or drop -Adbrazor.verify=required",
            place)
        : Finding.note(
            "VerifyUnavailable",
            message + "; put sqlite-jdbc on the processor path, or say -Adbrazor.verify=off",
            place);
  }

  /** Writes what all statements do, once, at the end. */
  void writeCatalogue() {
    if (statements.isEmpty()) {
      return;
    }
    try {
      new StatementCatalogue(env.getFiler()).write(statements, done);
    } catch (IOException failed) {
      findings.accept(
          Finding.error(
              "CatalogueNotWritten",
              "the catalogue of statements cannot be written: %s; make the output folder writable"
                  .formatted(failed.getMessage()),
              done.get(0)));
    }
  }
}
