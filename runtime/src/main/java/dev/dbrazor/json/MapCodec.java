package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dbrazor.value.ValueException;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map as a JSON object in its own order; read as an unmodifiable map that keeps the order. */
record MapCodec<K, V>(KeyCodec<K> key, JsonCodec<V> value) implements JsonCodec<Map<K, V>> {
  @Override
  public void write(JsonGenerator out, Map<K, V> map) throws IOException {
    out.writeStartObject();
    for (Map.Entry<K, V> entry : map.entrySet()) {
      if (entry.getKey() == null) {
        throw ValueException.missing().in("[key]");
      }
      String name = key.text(entry.getKey());
      out.writeFieldName(name);
      try {
        Elements.writeOne(out, entry.getValue(), value);
      } catch (ValueException e) {
        throw e.in(name);
      }
    }
    out.writeEndObject();
  }

  @Override
  public Map<K, V> read(JsonParser in) throws IOException {
    Tokens.require(in, JsonToken.START_OBJECT, "object");
    Map<K, V> map = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      try {
        map.put(key.key(name), value.read(in));
      } catch (ValueException e) {
        throw e.in(name);
      }
    }
    return Collections.unmodifiableMap(map);
  }
}
