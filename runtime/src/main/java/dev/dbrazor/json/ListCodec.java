package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list as a JSON array; read as an unmodifiable list. */
record ListCodec<E>(JsonCodec<E> element) implements JsonCodec<List<E>> {
  @Override
  public void write(JsonGenerator out, List<E> value) throws IOException {
    Elements.write(out, value, element);
  }

  @Override
  public List<E> read(JsonParser in) throws IOException {
    List<E> value = new ArrayList<>();
    Elements.read(in, value, element);
    return Collections.unmodifiableList(value);
  }
}
