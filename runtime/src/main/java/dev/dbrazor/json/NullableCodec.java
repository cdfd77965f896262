package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Elements of a collection or values of a map that may be null. */
record NullableCodec<T>(JsonCodec<T> codec) implements JsonCodec<@Nullable T> {
  @Override
  public void write(JsonGenerator out, @Nullable T value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else {
      codec.write(out, value);
    }
  }

  @Override
  public @Nullable T read(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : codec.read(in);
  }
}
