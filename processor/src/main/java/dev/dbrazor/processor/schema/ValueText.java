package dev.dbrazor.processor.schema;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.schema.SchemaFile.DocumentPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a component means, in one line.
 *
 * <pre>
 * scalars          boolean int string uuid instant …     the kinds of the type table, lower case
 * &#64;Decimal         decimal(2)
 * enum             enum(FREE,GOLD)                       the names, sorted
 * &#64;Vector          vector(384,COSINE)
 * nested record    record                                its parts are lines of their own
 * containers       list(string) set(int?) map(string,record)
 * JsonNode         json
 * &#64;Convert         string via shop.UriConverter
 * record of one    as what it wraps
 * </pre>
 */
final class ValueText {
  /** What can be read as another type without a change of what is stored. */
  private static final Map<String, Set<String>> WIDER =
      Map.of(
          "byte", Set.of("short", "int", "long"),
          "short", Set.of("int", "long"),
          "int", Set.of("long"),
          "float", Set.of("double"),
          "char", Set.of("string"));

  private final Function<TypeName, List<String>> constants;

  /**
   * @param constants the names of an enum's constants
   */
  ValueText(Function<TypeName, List<String>> constants) {
    this.constants = constants;
  }

  String of(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return scalar.kind().name().toLowerCase(Locale.ROOT);
    } else if (value instanceof Value.ScaledDecimal decimal) {
      return "decimal(" + decimal.scale() + ")";
    } else if (value instanceof Value.EnumConstant constant) {
      // Sorted: names are stored, and an enum of the JDK has its own order in each release.
      return constants.apply(constant.type()).stream()
          .sorted()
          .collect(Collectors.joining(",", "enum(", ")"));
    } else if (value instanceof Value.Vector vector) {
      return "vector(" + vector.dimensions() + "," + vector.metric() + ")";
    } else if (value instanceof Value.Wrapper wrapper) {
      return of(wrapper.wrapped());
    } else if (value instanceof Value.Converted converted) {
      return of(converted.stored()) + " via " + converted.converter().qualifiedName();
    } else if (value instanceof Value.Elements elements) {
      String mark = elements.nullableElements() ? "?" : "";
      return (elements.unique() ? "set(" : "list(") + of(elements.element()) + mark + ")";
    } else if (value instanceof Value.Entries entries) {
      String mark = entries.nullableValues() ? "?" : "";
      return "map(" + of(entries.key()) + "," + of(entries.value()) + mark + ")";
    }
    return value instanceof Value.Json ? "json" : "record";
  }

  /** The parts of all records inside a column's value, by place. */
  List<DocumentPart> parts(String place, Value value) {
    List<DocumentPart> parts = new ArrayList<>();
    collect(place, value, parts);
    return parts;
  }

  private void collect(String place, Value value, List<DocumentPart> parts) {
    if (value instanceof Value.Nested nested) {
      for (Component part : nested.components()) {
        String inner = place + "." + part.name();
        parts.add(new DocumentPart(inner, of(part.value()), part.nullable() || part.optional()));
        collect(inner, part.value(), parts);
      }
    } else if (value instanceof Value.Elements elements) {
      collect(place + "[]", elements.element(), parts);
    } else if (value instanceof Value.Entries entries) {
      collect(place + "{}", entries.value(), parts);
    }
  }

  /** Whether what was stored as one value can be read as the other, unchanged. */
  static boolean isReadableAs(String before, String now) {
    if (before.equals(now) || WIDER.getOrDefault(before, Set.of()).contains(now)) {
      return true;
    }
    if (before.startsWith("enum")) {
      return now.equals("string")
          || now.startsWith("enum(") && constants(now).containsAll(constants(before));
    }
    // An element may become nullable, as a component may.
    return before.startsWith("list(") && now.equals(before.replace(")", "?)"))
        || before.equals(now.replace("set(", "list(")) && before.startsWith("list(");
  }

  /** Of {@code enum(FREE,GOLD)}. */
  static Set<String> constants(String text) {
    return text.startsWith("enum(")
        ? Set.of(text.substring("enum(".length(), text.length() - 1).split(","))
        : Set.of();
  }
}
