package dev.dbrazor.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Reads each {@code @Collection} record, and generates its classes when nothing is wrong. */
@AutoService(Processor.class)
public final class CollectionProcessor extends AbstractProcessor {
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.dbrazor.annotation.Collection");
  }

  /** {@code dbrazor.verify}: {@code required} makes a compiler without SQLite an error. */
  @Override
  public Set<String> getSupportedOptions() {
    return Set.of("dbrazor.verify");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return false;
  }
}
