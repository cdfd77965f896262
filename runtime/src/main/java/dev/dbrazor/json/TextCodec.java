package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dbrazor.value.TextForm;
import java.io.IOException;

/** A type that is a JSON string. */
record TextCodec<T>(TextForm<T> form) implements JsonCodec<T> {
  @Override
  public void write(JsonGenerator out, T value) throws IOException {
    out.writeString(form.toText(value));
  }

  @Override
  public T read(JsonParser in) throws IOException {
    return form.fromText(Tokens.text(in));
  }
}
