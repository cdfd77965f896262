package dev.dbrazor.processor;

import com.google.auto.service.AutoService;
import dev.dbrazor.processor.dao.read.DaoReader;
import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.report.FindingPrinter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Reads each {@code @Dao} interface, has SQLite prepare its statements against the tables of all
 * collections, and generates its class when nothing is wrong.
 *
 * <p>While a type in an interface or in a collection does not exist, all interfaces wait for later
 * rounds.
 */
@AutoService(Processor.class)
public final class DaoProcessor extends AbstractProcessor {
  private final Set<String> sources = new HashSet<>();
  private final Map<String, TypeElement> collections = new LinkedHashMap<>();
  private final Map<String, TypeElement> waiting = new LinkedHashMap<>();
  private FindingPrinter printer;
  private DaoGeneration generation;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Sources.COLLECTION, Sources.DAO);
  }

  /** {@code dbrazor.plans}: {@code off}, {@code note}, {@code warning} or {@code error}. */
  @Override
  public Set<String> getSupportedOptions() {
    return Set.of("dbrazor.verify", "dbrazor.plans");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment env) {
    super.init(env);
    printer = new FindingPrinter(env.getMessager());
    generation = new DaoGeneration(env, sources, printer::print);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    sources.addAll(Sources.names(round));
    collections.putAll(Sources.collections(round));
    waiting.putAll(Sources.daos(round));
    renew(collections);
    renew(waiting);
    if (!waiting.isEmpty()) {
      step(round.processingOver());
    }
    if (round.processingOver()) {
      generation.writeCatalogue();
    }
    return false;
  }

  private void step(boolean last) {
    TypeElement first = waiting.values().iterator().next();
    try {
      if (last) {
        waiting.values().forEach(this::missing);
      } else if (waiting.values().stream().noneMatch(DaoReader::isWaiting)
          && generation.isResolved(collections.values())) {
        generation.generate(collections.values(), waiting.values(), printer::crash);
        waiting.clear();
      }
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
      waiting.clear();
      printer.crash(first, thrown);
    }
  }

  /** A note: that the type is missing is the compiler's own error. */
  private void missing(TypeElement dao) {
    printer.print(
        Finding.note(
            "UnresolvedType",
            "nothing is generated for %s, since types in it or in a collection do not exist"
                .formatted(dao.getSimpleName()),
            dao));
  }

  /** Elements of an earlier round may know less than those of now. */
  private void renew(Map<String, TypeElement> types) {
    types.replaceAll(
        (name, type) -> {
          TypeElement now = processingEnv.getElementUtils().getTypeElement(name);
          return now == null ? type : now;
        });
  }
}
