package dev.dbrazor.processor;

import dev.dbrazor.processor.dao.sql.ParsedQuery;
import dev.dbrazor.processor.dao.sql.Schema;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.read.Signatures;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** The collections that statements can be about: of this compilation and of the class path. */
final class KnownCollections {
  private final ProcessingEnvironment env;
  private final Signatures signatures;
  private final Map<String, EntityModel> models = new TreeMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> asked = new HashSet<>();

  KnownCollections(ProcessingEnvironment env, Signatures signatures) {
    this.env = env;
    this.signatures = signatures;
  }

  Schema schema() {
    return new Schema(models.values());
  }

  /** Names of collections with mistakes, lower case. */
  Set<String> broken() {
    return broken;
  }

  void add(TypeElement record) {
    String table = key(signatures.collectionName(record));
    Optional<EntityModel> model = signatures.collection(record, env);
    if (model.isEmpty()) {
      broken.add(table);
      return;
    }
    models.put(table, model.get());
    asked.add(table);
    references(model.get().components());
  }

  /** Adds what a statement names and the class path knows. */
  void addNamed(String sql) {
    ParsedQuery.names(sql).forEach(this::addIndexed);
  }

  private void addIndexed(String name) {
    if (asked.add(key(name)) && !broken.contains(key(name))) {
      signatures.indexed(name).ifPresent(this::add);
    }
  }

  private void references(List<Component> components) {
    for (Component component : components) {
      component.reference().ifPresent(reference -> addIndexed(reference.table()));
      if (component.value() instanceof Value.Embedded embedded) {
        references(embedded.components());
      }
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
