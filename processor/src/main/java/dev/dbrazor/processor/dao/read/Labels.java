package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.model.TypeName;
import java.util.List;
import java.util.stream.Collectors;

/** How messages name things. */
final class Labels {
  private Labels() {}

  /** {@code List<String>}. */
  static String type(TypeName type) {
    List<String> names = type.simpleNames();
    String arguments =
        type.arguments().isEmpty()
            ? ""
            : type.arguments().stream()
                .map(Labels::type)
                .collect(Collectors.joining(", ", "<", ">"));
    return names.get(names.size() - 1) + arguments + "[]".repeat(type.dimensions());
  }

  /** The type, with its package where its name alone reads like the other's. */
  static String apart(TypeName type, String other) {
    String simple = type(type);
    return other.contains(simple) ? type.qualifiedName() : simple;
  }

  /** {@code a, b}, or what stands for nothing. */
  static String list(List<String> names, String nothing) {
    return names.isEmpty() ? nothing : String.join(", ", names);
  }
}
