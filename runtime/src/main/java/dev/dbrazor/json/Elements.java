package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dbrazor.value.ValueException;
import java.io.IOException;
import java.util.Collection;

/** The elements of a JSON array; an error names the element. */
final class Elements {
  private Elements() {}

  static <E> void write(JsonGenerator out, Collection<E> values, JsonCodec<E> codec)
      throws IOException {
    int index = 0;
    out.writeStartArray();
    for (E value : values) {
      try {
        writeOne(out, value, codec);
      } catch (ValueException e) {
        throw e.in("[" + index + "]");
      }
      index++;
    }
    out.writeEndArray();
  }

  static <E> void writeOne(JsonGenerator out, E value, JsonCodec<E> codec) throws IOException {
    if (value == null && !(codec instanceof NullableCodec)) {
      throw ValueException.missing();
    }
    codec.write(out, value);
  }

  static <E> void read(JsonParser in, Collection<E> to, JsonCodec<E> codec) throws IOException {
    Tokens.require(in, JsonToken.START_ARRAY, "array");
    for (int index = 0; in.nextToken() != JsonToken.END_ARRAY; index++) {
      try {
        to.add(codec.read(in));
      } catch (ValueException e) {
        throw e.in("[" + index + "]");
      }
    }
  }
}
