package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes names and values inside JSON documents, and leaves everything else as it is. A tree that
 * follows the documents: {@code address.city} are two steps, {@code lines[].product} goes through
 * all items of a list, {@code prices{}.amount} through all values of a map.
 */
public final class DocumentRewrite {

  private final Map<String, DocumentRewrite> inside = new LinkedHashMap<>();
  private final Map<String, String> renamed = new LinkedHashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private final Map<String, String> added = new LinkedHashMap<>();
  private @Nullable DocumentRewrite items;
  private @Nullable DocumentRewrite values;

  /** One that changes nothing yet. */
  public DocumentRewrite() {}

  /**
   * Gives a value another name.
   *
   * @param place of the value as it is to be, without the column: {@code city}, {@code [].product}
   * @param former its last name so far
   */
  public void rename(String place, String former) {
    at(holder(place)).renamed.put(former, name(place));
  }

  /** Takes a value out. */
  public void drop(String place) {
    at(holder(place)).dropped.add(name(place));
  }

  /** Puts a value where there is none, or null. */
  public void add(String place, String json) {
    at(holder(place)).added.put(name(place), json);
  }

  private static String holder(String place) {
    int dot = place.lastIndexOf('.');
    return dot < 0 ? "" : place.substring(0, dot);
  }

  private static String name(String place) {
    return place.substring(place.lastIndexOf('.') + 1);
  }

  private DocumentRewrite at(String place) {
    DocumentRewrite at = this;
    for (String step : place.replace("[]", ".[]").replace("{}", ".{}").split("\\.")) {
      if (step.equals("[]")) {
        at.items = at.items == null ? new DocumentRewrite() : at.items;
        at = at.items;
      } else if (step.equals("{}")) {
        at.values = at.values == null ? new DocumentRewrite() : at.values;
        at = at.values;
      } else if (!step.isEmpty()) {
        at = at.inside.computeIfAbsent(step, name -> new DocumentRewrite());
      }
    }
    return at;
  }

  /** The changed document. */
  public String apply(String json) throws IOException {
    StringWriter text = new StringWriter(json.length() + 16);
    try (JsonParser in = Json.FACTORY.createParser(json);
        JsonGenerator out = Json.FACTORY.createGenerator(text)) {
      in.nextToken();
      copy(in, out, this);
    }
    return text.toString();
  }

  private static void copy(JsonParser in, JsonGenerator out, @Nullable DocumentRewrite rewrite)
      throws IOException {
    if (rewrite == null || in.currentToken().isScalarValue()) {
      out.copyCurrentStructureExact(in);
    } else if (in.currentToken() == JsonToken.START_ARRAY) {
      out.writeStartArray();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        copy(in, out, rewrite.items);
      }
      out.writeEndArray();
    } else {
      rewrite.object(in, out);
    }
  }

  private void object(JsonParser in, JsonGenerator out) throws IOException {
    Set<String> missing = new HashSet<>(added.keySet());
    out.writeStartObject();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String former = in.currentName();
      String name = renamed.getOrDefault(former, former);
      JsonToken value = in.nextToken();
      if (dropped.contains(former) || value == JsonToken.VALUE_NULL && added.containsKey(name)) {
        in.skipChildren();
      } else {
        missing.remove(name);
        out.writeFieldName(name);
        copy(in, out, values == null ? inside.get(name) : values);
      }
    }
    for (Map.Entry<String, String> each : added.entrySet()) {
      if (missing.contains(each.getKey())) {
        out.writeFieldName(each.getKey());
        out.writeRawValue(each.getValue());
      }
    }
    out.writeEndObject();
  }
}
