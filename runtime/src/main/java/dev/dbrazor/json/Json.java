package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.dbrazor.value.ValueException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;

/** JSON text from values and back, and the arrays that {@code in} binds. */
public final class Json {
  // The documents are our own: only nesting stays limited (1,000), as it is in SQLite.
  private static final StreamReadConstraints NO_LENGTH_LIMIT =
      StreamReadConstraints.builder()
          .maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .build();

  // Keys of maps are data. Interned they would never be forgotten, and keys of equal hash are no
  // attack worth failing for.
  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(NO_LENGTH_LIMIT)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private Json() {}

  /**
   * The value as JSON; a {@code MappingException} names the place of what JSON in SQLite cannot
   * hold.
   */
  public static <T> String text(JsonCodec<T> codec, T value) {
    return write(out -> codec.write(out, value));
  }

  /** The value of a JSON text; a {@code MappingException} names the place of what does not fit. */
  public static <T> T value(JsonCodec<T> codec, String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      if (in.nextToken() == null) {
        throw new ValueException("JSON expected, found empty text");
      }
      T value = codec.read(in);
      if (in.nextToken() != null) {
        throw new ValueException("text follows the JSON value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new ValueException("not readable as JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The JSON array that {@code in} binds as one parameter.
   *
   * @param items Long, Double, String, or a Collection of these
   */
  public static String array(Collection<?> items) {
    return write(out -> writeArray(out, items));
  }

  private static void writeArray(JsonGenerator out, Collection<?> items) throws IOException {
    out.writeStartArray();
    for (Object item : items) {
      if (item instanceof String text) {
        out.writeString(text);
      } else if (item instanceof Long number) {
        out.writeNumber(number);
      } else if (item instanceof Double number) {
        DoubleCodec.writeDouble(out, number);
      } else if (item instanceof Collection<?> inner) {
        writeArray(out, inner);
      } else {
        throw new IllegalArgumentException("no item of a list: " + item);
      }
    }
    out.writeEndArray();
  }

  private static String write(Output output) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      output.to(out);
    } catch (JsonProcessingException e) {
      throw new ValueException("cannot be written as JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What is written into a generator. */
  private interface Output {
    void to(JsonGenerator out) throws IOException;
  }
}
