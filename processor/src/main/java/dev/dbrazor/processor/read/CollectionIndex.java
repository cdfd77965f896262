package dev.dbrazor.processor.read;

import dev.dbrazor.processor.report.Finding;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** All collections of one compilation: each name once, and what later compilations must know. */
public final class CollectionIndex {
  private final Compilation compilation;
  private final IndexResources resources;
  private final Consumer<Finding> findings;

  public CollectionIndex(ProcessingEnvironment env, Consumer<Finding> findings) {
    this.resources = new IndexResources(env.getFiler());
    this.compilation =
        new Compilation(env.getElementUtils(), env.getTypeUtils(), Set.of(), resources);
    this.findings = findings;
  }

  /** Reports names that are used twice, and writes the index; once, at the end. */
  public void write(Set<TypeElement> records) throws IOException {
    Map<String, TypeElement> byTable = new LinkedHashMap<>();
    Set<TypeElement> reachable = new LinkedHashSet<>();
    Map<String, TypeElement> ordered = new TreeMap<>();
    records.forEach(record -> ordered.put(record.getQualifiedName().toString(), record));
    for (TypeElement record : ordered.values()) {
      String table = CollectionNames.of(record, compilation.elements());
      TypeElement other = byTable.putIfAbsent(table.toLowerCase(Locale.ROOT), record);
      if (other != null) {
        duplicate(table, record, other);
      } else if (SqlNames.ofCollection(table).isEmpty() && Compilation.isRecord(record)) {
        resources.writeCollection(table, record);
      }
      reachable.addAll(Unresolved.reachable(record, compilation));
    }
    for (TypeElement record : reachable) {
      resources.writeRecord(record, nullable(record));
    }
  }

  private void duplicate(String table, TypeElement record, TypeElement other) {
    Mark mark = Mark.on(record, "Collection", compilation.elements()).orElseThrow();
    findings.accept(
        Finding.error(
            "DuplicateCollection",
            "the collection \"%s\" of %s is already that of %s; give one of them another name"
                .formatted(table, record.getSimpleName(), other.getQualifiedName()),
            record,
            mark.mirror(),
            mark.written("value").orElse(null)));
  }

  private Map<String, Set<String>> nullable(TypeElement record) {
    Map<String, Set<String>> components = new LinkedHashMap<>();
    for (Part part : Part.of(record, Optional.empty(), compilation)) {
      Set<String> positions = new HashSet<>();
      collect(part.type(), positions);
      if (part.nullable()) {
        positions.add("");
      }
      components.put(part.name(), positions);
    }
    return components;
  }

  private static void collect(TypeUse use, Set<String> positions) {
    if (use.nullable()) {
      positions.add(use.position());
    }
    use.arguments().forEach(argument -> collect(argument, positions));
  }
}
