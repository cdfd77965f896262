package dev.dbrazor.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * The reading of one collection: the compiler, the record, and what was found so far.
 *
 * @param compilation the compiler
 * @param record the collection's record, beside which classes are generated
 * @param report takes mistakes
 * @param columns takes columns
 */
record Reading(Compilation compilation, TypeElement record, Report report, ColumnTable columns) {
  static Reading of(Compilation compilation, TypeElement record) {
    Report report = new Report();
    return new Reading(compilation, record, report, new ColumnTable(report));
  }

  /** Why generated classes cannot use a type; empty when they can. */
  Optional<String> inaccessible(TypeElement type) {
    boolean samePackage =
        compilation
            .elements()
            .getPackageOf(type)
            .equals(compilation.elements().getPackageOf(record));
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(e.getSimpleName() + " is private");
      }
      if (!samePackage && !e.getModifiers().contains(Modifier.PUBLIC)) {
        return Optional.of(e.getSimpleName() + " is not public and in another package");
      }
    }
    return Optional.empty();
  }
}
