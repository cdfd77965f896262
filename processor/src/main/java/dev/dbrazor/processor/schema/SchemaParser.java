package dev.dbrazor.processor.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dbrazor.processor.schema.SchemaFile.DocumentPart;
import dev.dbrazor.processor.schema.SchemaFile.SchemaChanges;
import dev.dbrazor.processor.schema.SchemaFile.SchemaColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link SchemaText} writes; the only importer of Jackson. */
final class SchemaParser {
  private static final JsonFactory JSON = new JsonFactory();

  private SchemaParser() {}

  /** Members it does not know are left alone; missing ones are empty. */
  static SchemaFile parse(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      Map<?, ?> all = object(parser);
      return new SchemaFile(
          text(all, "collection"),
          all.get("version") instanceof Number number ? number.intValue() : 0,
          Boolean.TRUE.equals(all.get("released")),
          items(all, "columns").stream().map(SchemaParser::column).toList(),
          items(all, "documents").stream().map(SchemaParser::part).toList(),
          new SchemaChanges(
              texts(all, "renamed"),
              texts(all, "dropped"),
              texts(all, "backfilled"),
              strings(all, "upgrades")),
          strings(all, "sql"));
    }
  }

  private static SchemaColumn column(Map<?, ?> line) {
    return new SchemaColumn(
        text(line, "name"),
        text(line, "component"),
        text(line, "value"),
        text(line, "type"),
        Boolean.TRUE.equals(line.get("nullable")),
        text(line, "role"),
        text(line, "default"));
  }

  private static DocumentPart part(Map<?, ?> line) {
    return new DocumentPart(
        text(line, "place"), text(line, "value"), Boolean.TRUE.equals(line.get("nullable")));
  }

  private static String text(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? text : "";
  }

  private static List<Map<?, ?>> items(Map<?, ?> object, String name) {
    List<Map<?, ?>> items = new ArrayList<>();
    if (object.get(name) instanceof List<?> all) {
      all.forEach(
          item -> {
            if (item instanceof Map<?, ?> map) {
              items.add(map);
            }
          });
    }
    return items;
  }

  private static List<String> strings(Map<?, ?> object, String name) {
    return object.get(name) instanceof List<?> all
        ? all.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Map<String, String> texts(Map<?, ?> object, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (object.get(name) instanceof Map<?, ?> members) {
      members.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    }
    return texts;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> parser.getText();
    };
  }

  private static Map<?, ?> object(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new IOException("it is no JSON object");
    }
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static List<?> array(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }
}
