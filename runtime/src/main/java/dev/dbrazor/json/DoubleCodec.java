package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dbrazor.value.Numbers;
import java.io.IOException;

/**
 * A double is a JSON number; infinity, which JSON has no word for, is one too large for a double,
 * as in SQLite's own JSON.
 */
enum DoubleCodec implements JsonCodec<Double> {
  INSTANCE;

  static void writeDouble(JsonGenerator out, double value) throws IOException {
    if (Double.isInfinite(value)) {
      out.writeNumber(value > 0 ? "9.0e+999" : "-9.0e+999");
    } else {
      out.writeNumber(Numbers.stored(value));
    }
  }

  @Override
  public void write(JsonGenerator out, Double value) throws IOException {
    writeDouble(out, value);
  }

  @Override
  public Double read(JsonParser in) throws IOException {
    return Tokens.number(in) + 0.0;
  }
}
