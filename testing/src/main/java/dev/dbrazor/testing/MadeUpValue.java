package dev.dbrazor.testing;

import dev.dbrazor.mapping.VersionColumn;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * SQL expressions over the number {@code i} of a row, for the kinds of values that schema files
 * name; such that what refers to a row by its id has the value of the id.
 *
 * <pre>
 * long              i
 * string            'text ' || i
 * enum(FREE,GOLD)   'FREE'
 * record            json_object('street', 'text ' || i, …)
 * </pre>
 */
final class MadeUpValue {
  private MadeUpValue() {}

  static String inColumn(VersionColumn column) {
    String inside = inside(column);
    return switch (kind(column)) {
      case "boolean" -> "i % 2";
      case "float", "double", "real" -> "i + 0.5";
      case "uuid", "blob" -> "unhex(printf('%032x', i))";
      case "bytes" -> "CAST(i AS BLOB)";
      case "vector" -> "unhex('" + ones(inside) + "')";
      case "list", "set" -> "'[]'";
      case "map", "json" -> "'{}'";
      default -> anywhere(column);
    };
  }

  /** The same inside a JSON document. */
  private static String inDocument(VersionColumn part) {
    return switch (kind(part)) {
      case "boolean" -> "json('true')";
      case "float", "double" -> "i + 0.5";
      case "uuid" -> "printf('%08x-0000-7000-8000-%012x', i, i)";
      case "bytes" -> "'AQI='";
      case "vector" -> "'" + base64(inside(part)) + "'";
      case "list", "set" -> "json('[]')";
      case "map", "json" -> "json('{}')";
      default -> anywhere(part);
    };
  }

  private static String anywhere(VersionColumn column) {
    return switch (kind(column)) {
      case "byte" -> "i % 100";
      case "short", "int", "long", "decimal", "duration", "integer" -> "i";
      case "char" -> "char(97 + i % 26)";
      case "big_integer", "big_decimal" -> "CAST(i AS TEXT)";
      case "instant" -> "1700000000000000 + i";
      case "local_date" -> "date('2024-01-01', i || ' days')";
      case "local_time" -> "printf('%02d:%02d:00.000000', i / 60 % 24, i % 60)";
      case "local_date_time" -> "date('2024-01-01', i || ' days') || 'T12:00:00.000000'";
      case "enum" -> "'" + inside(column).split(",")[0] + "'";
      case "record" ->
          column.parts().stream()
              .map(part -> "'" + part.name() + "', " + inDocument(part))
              .collect(Collectors.joining(", ", "json_object(", ")"));
      default -> "'text ' || i";
    };
  }

  private static String kind(VersionColumn column) {
    return column.value().replaceFirst(" via .*", "").replaceFirst("\\(.*", "");
  }

  /** {@code FREE,GOLD} of {@code enum(FREE,GOLD)}. */
  private static String inside(VersionColumn column) {
    return column
        .value()
        .replaceFirst(" via .*", "")
        .replaceFirst("^\\w+\\(?", "")
        .replaceFirst("\\)$", "");
  }

  private static String ones(String dimensionsAndMetric) {
    return "0000803f".repeat(Integer.parseInt(dimensionsAndMetric.split(",")[0]));
  }

  private static String base64(String dimensionsAndMetric) {
    byte[] bytes = HexFormat.of().parseHex(ones(dimensionsAndMetric));
    return Base64.getEncoder().encodeToString(bytes);
  }
}
