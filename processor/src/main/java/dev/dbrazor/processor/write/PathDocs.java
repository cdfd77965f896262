package dev.dbrazor.processor.write;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.Value;

/** One sentence about a path, for its Javadoc. */
final class PathDocs {
  private PathDocs() {}

  // Column {@code email}; unique.
  // {@code address.city} in its JSON document, as column {@code address_city}; indexed.
  static String of(Component component, boolean inDocument) {
    StringBuilder text = new StringBuilder(place(component, inDocument));
    if (component.role() == Component.Role.ID) {
      text.append("; identifies the record");
    } else if (component.role() == Component.Role.SEQUENCE) {
      text.append("; counted");
    } else if (component.unique()) {
      text.append("; unique");
    } else if (component.indexed()) {
      text.append("; indexed");
    }
    text.append(component.fullText().isPresent() ? "; full text" : "");
    return text.append(RowCode.isNullable(component) ? "; may be NULL." : ".").toString();
  }

  private static String place(Component component, boolean inDocument) {
    if (component.value() instanceof Value.Embedded) {
      return "The columns of {@code " + component.path() + "}";
    }
    String column = component.column().map(name -> "{@code " + name + "}").orElse("");
    if (inDocument) {
      String place = "{@code " + component.path() + "} in its JSON document";
      return column.isEmpty() ? place : place + ", as column " + column;
    }
    return "Column " + column;
  }
}
