package dev.dbrazor.processor.read;

import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What a record's collection is called. */
final class CollectionNames {
  private CollectionNames() {}

  /** The name given, or the record's in snake_case. */
  static String of(TypeElement record, Elements elements) {
    return Mark.on(record, "Collection", elements)
        .flatMap(mark -> mark.text("value"))
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> SqlNames.snakeCase(record.getSimpleName().toString()));
  }
}
