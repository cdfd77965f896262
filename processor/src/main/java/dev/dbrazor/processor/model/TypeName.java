package dev.dbrazor.processor.model;

import java.util.List;

/**
 * A Java type by name, free of the compiler's own objects.
 *
 * @param packageName empty for a primitive
 * @param simpleNames outermost class first: {@code [Shop, Customer]}; a primitive has its keyword
 * @param arguments type arguments
 * @param dimensions array dimensions
 */
public record TypeName(
    String packageName, List<String> simpleNames, List<TypeName> arguments, int dimensions) {
  public TypeName {
    simpleNames = List.copyOf(simpleNames);
    arguments = List.copyOf(arguments);
  }

  public static TypeName of(String packageName, String... simpleNames) {
    return new TypeName(packageName, List.of(simpleNames), List.of(), 0);
  }

  public boolean isPrimitive() {
    return dimensions == 0
        && packageName.isEmpty()
        && simpleNames.size() == 1
        && PRIMITIVES.contains(simpleNames.get(0));
  }

  /** {@code Shop_Customer} for a nested record: what generated names begin with. */
  public String flatName() {
    return String.join("_", simpleNames);
  }

  public String qualifiedName() {
    String simple = String.join(".", simpleNames);
    return packageName.isEmpty() ? simple : packageName + "." + simple;
  }

  private static final List<String> PRIMITIVES =
      List.of("boolean", "byte", "short", "int", "long", "char", "float", "double");
}
