package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** A set as a JSON array in its own order; read as an unmodifiable set that keeps the order. */
record SetCodec<E>(JsonCodec<E> element) implements JsonCodec<Set<E>> {
  @Override
  public void write(JsonGenerator out, Set<E> value) throws IOException {
    Elements.write(out, value, element);
  }

  @Override
  public Set<E> read(JsonParser in) throws IOException {
    Set<E> value = new LinkedHashSet<>();
    Elements.read(in, value, element);
    return Collections.unmodifiableSet(value);
  }
}
