package dev.dbrazor.processor;

import com.google.auto.service.AutoService;
import dev.dbrazor.processor.read.CollectionIndex;
import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.report.FindingPrinter;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Sees all {@code @Collection} records of a compilation at once: no name is used twice, and an
 * index tells later compilations what class files do not; schema files tell what has changed.
 */
@AutoService(Processor.class)
public final class IndexProcessor extends AbstractProcessor {
  private final Map<String, TypeElement> collections = new LinkedHashMap<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Sources.COLLECTION);
  }

  /**
   * {@code dbrazor.schema.dir}: the folder of schema files; {@code dbrazor.schema.accept}: {@code
   * true} while it is brought up to date.
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
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    collections.putAll(Sources.collections(round));
    if (round.processingOver() && !collections.isEmpty()) {
      write();
    }
    return false;
  }

  private void write() {
    FindingPrinter printer = new FindingPrinter(processingEnv.getMessager());
    TypeElement first = collections.values().iterator().next();
    try {
      Set<TypeElement> records = current();
      new CollectionIndex(processingEnv, printer::print).write(records);
      new SchemaComparison(processingEnv, printer::print).compare(records);
    } catch (IOException failed) {
      printer.print(
          Finding.error(
              "IndexNotWritten",
              "the index of collections cannot be written: %s; make the output folder writable"
                  .formatted(failed.getMessage()),
              first));
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
      printer.crash(first, thrown);
    }
  }

  /** Elements of an earlier round may know less than those of now. */
  private Set<TypeElement> current() {
    Elements elements = processingEnv.getElementUtils();
    Set<TypeElement> records = new LinkedHashSet<>();
    collections.forEach(
        (name, record) -> {
          TypeElement now = elements.getTypeElement(name);
          records.add(now == null ? record : now);
        });
    return records;
  }
}
