package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dbrazor.value.Numbers;
import java.io.IOException;

/** A boolean is true or false; 0 and 1, which SQL has for them, are read too. */
enum BooleanCodec implements JsonCodec<Boolean> {
  INSTANCE;

  @Override
  public void write(JsonGenerator out, Boolean value) throws IOException {
    out.writeBoolean(value);
  }

  @Override
  public Boolean read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return Numbers.toBoolean(Tokens.integer(in));
    }
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw Tokens.unexpected(in, "boolean");
    }
    return token == JsonToken.VALUE_TRUE;
  }
}
