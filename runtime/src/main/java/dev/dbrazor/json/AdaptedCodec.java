package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dbrazor.value.ValueException;
import java.io.IOException;
import java.util.function.Function;

/** A type written as another one: a wrapper record, or what a converter handles. */
record AdaptedCodec<V, S>(JsonCodec<S> codec, Function<V, S> toStored, Function<S, V> fromStored)
    implements JsonCodec<V> {
  @Override
  public void write(JsonGenerator out, V value) throws IOException {
    S stored = toStored.apply(value);
    if (stored == null) {
      throw ValueException.missing();
    }
    codec.write(out, stored);
  }

  @Override
  public V read(JsonParser in) throws IOException {
    V value = fromStored.apply(codec.read(in));
    if (value == null) {
      throw new ValueException("the converter made null of a stored value");
    }
    return value;
  }
}
