package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dbrazor.value.Numbers;
import java.io.IOException;

/** A float is written as the double it equals, since that is what SQL compares it with. */
enum FloatCodec implements JsonCodec<Float> {
  INSTANCE;

  @Override
  public void write(JsonGenerator out, Float value) throws IOException {
    DoubleCodec.writeDouble(out, value);
  }

  @Override
  public Float read(JsonParser in) throws IOException {
    return Numbers.toFloat(Tokens.number(in) + 0.0);
  }
}
