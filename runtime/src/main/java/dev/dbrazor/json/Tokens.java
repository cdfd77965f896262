package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import dev.dbrazor.value.ValueException;
import java.io.IOException;

/** Reads the parser's current token as one kind of value, or says what stands there instead. */
final class Tokens {
  private Tokens() {}

  static void require(JsonParser in, JsonToken wanted, String name) throws IOException {
    if (in.currentToken() != wanted) {
      throw unexpected(in, name);
    }
  }

  static String text(JsonParser in) throws IOException {
    require(in, JsonToken.VALUE_STRING, "string");
    return in.getText();
  }

  static long integer(JsonParser in) throws IOException {
    require(in, JsonToken.VALUE_NUMBER_INT, "integer");
    try {
      return in.getLongValue();
    } catch (InputCoercionException e) {
      throw new ValueException(in.getText() + " is out of range for long");
    }
  }

  static double number(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      throw unexpected(in, "number");
    }
    return in.getDoubleValue();
  }

  static ValueException unexpected(JsonParser in, String wanted) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return ValueException.missing();
    }
    String found =
        switch (token) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_STRING -> "a string";
          default -> in.getText();
        };
    return new ValueException("JSON " + wanted + " expected, found " + found);
  }
}
