package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dbrazor.value.IntegerForm;
import java.io.IOException;

/** A type that is a JSON integer. */
record IntegerCodec<T>(IntegerForm<T> form) implements JsonCodec<T> {
  @Override
  public void write(JsonGenerator out, T value) throws IOException {
    out.writeNumber(form.toInteger(value));
  }

  @Override
  public T read(JsonParser in) throws IOException {
    return form.fromInteger(Tokens.integer(in));
  }
}
