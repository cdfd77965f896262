package dev.dbrazor.processor;

import com.google.auto.service.AutoService;
import dev.dbrazor.processor.read.CollectionReader;
import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.report.FindingPrinter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Reads each {@code @Collection} record, and generates its classes when nothing is wrong.
 *
 * <p>A record that names types which do not exist waits for later rounds, in which other processors
 * may have generated them.
 */
@AutoService(Processor.class)
public final class CollectionProcessor extends AbstractProcessor {
  private final Set<String> sources = new HashSet<>();
  private Map<String, TypeElement> waiting = new LinkedHashMap<>();
  private FindingPrinter printer;
  private CollectionReader reader;
  private Generation generation;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Sources.COLLECTION);
  }

  /**
   * {@code dbrazor.verify}: {@code required} makes a compiler without SQLite an error; {@code
   * dbrazor.schema.dir}: the folder of schema files.
   */
  @Override
  public Set<String> getSupportedOptions() {
    Set<String> options = new HashSet<>(SchemaOptions.NAMES);
    options.add("dbrazor.verify");
    return options;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment env) {
    super.init(env);
    printer = new FindingPrinter(env.getMessager());
    reader = new CollectionReader(env, sources, printer::print);
    generation = new Generation(env);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    sources.addAll(Sources.names(round));
    Map<String, TypeElement> records = waiting;
    waiting = new LinkedHashMap<>();
    records.putAll(Sources.collections(round));
    records.forEach((name, record) -> guarded(name, record, round.processingOver()));
    if (round.processingOver()) {
      generation.close();
    }
    return false;
  }

  /** A bug is one error with its stack trace, and the other records are still processed. */
  private void guarded(String name, TypeElement element, boolean last) {
    try {
      TypeElement current = processingEnv.getElementUtils().getTypeElement(name);
      step(name, current == null ? element : current, last);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
      printer.crash(element, thrown);
    }
  }

  private void step(String name, TypeElement record, boolean last) {
    List<String> unresolved = reader.unresolved(record);
    if (unresolved.isEmpty()) {
      reader.read(record).ifPresent(model -> generation.generate(model, record, printer::print));
    } else if (last) {
      printer.print(missing(record, unresolved));
    } else {
      waiting.put(name, record);
    }
  }

  /** A note: that the type is missing is the compiler's own error. */
  private static Finding missing(Element record, List<String> unresolved) {
    return Finding.note(
        "UnresolvedType",
        "nothing is generated for %s, since these types do not exist: %s; import or write them"
            .formatted(record.getSimpleName(), String.join(", ", unresolved)),
        record);
  }
}
