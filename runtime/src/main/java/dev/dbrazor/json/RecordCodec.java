package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dbrazor.value.ValueException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated codecs of nested records. Names may come in any order, unknown ones are
 * skipped, null components are left out; an error names the component.
 *
 * <pre>{@code
 * private static final class AddressJson extends RecordCodec<Address> {
 *   @Override
 *   protected void writeFields(JsonGenerator out, Address address) throws IOException {
 *     field(out, "street", address.street(), JsonCodecs.STRING);
 *     field(out, "number", address.number(), JsonCodecs.INT);
 *     fieldOrNull(out, "location", address.location(), LOCATION);
 *   }
 *
 *   @Override
 *   protected Address readFields(JsonParser in) throws IOException {
 *     String street = null;
 *     Integer number = null;
 *     GeoPoint location = null;
 *     while (nextField(in)) {
 *       switch (in.currentName()) {
 *         case "street" -> street = value(in, JsonCodecs.STRING);
 *         case "number" -> number = value(in, JsonCodecs.INT);
 *         case "location" -> location = valueOrNull(in, LOCATION);
 *         default -> in.skipChildren();
 *       }
 *     }
 *     return new Address(required("street", street), required("number", number), location);
 *   }
 * }
 * }</pre>
 *
 * @param <T> the record
 */
public abstract class RecordCodec<T> implements JsonCodec<T> {
  protected RecordCodec() {}

  @Override
  public final void write(JsonGenerator out, T value) throws IOException {
    out.writeStartObject();
    writeFields(out, value);
    out.writeEndObject();
  }

  @Override
  public final T read(JsonParser in) throws IOException {
    Tokens.require(in, JsonToken.START_OBJECT, "object");
    return readFields(in);
  }

  protected abstract void writeFields(JsonGenerator out, T value) throws IOException;

  /** Reads fields until {@link #nextField} is false, then makes the record. */
  protected abstract T readFields(JsonParser in) throws IOException;

  /** Writes a component that is not null. */
  protected static <V> void field(JsonGenerator out, String name, V value, JsonCodec<V> codec)
      throws IOException {
    try {
      if (value == null) {
        throw ValueException.missing();
      }
      out.writeFieldName(name);
      codec.write(out, value);
    } catch (ValueException e) {
      throw e.in(name);
    }
  }

  /** Writes a component, or nothing at all when it is null. */
  protected static <V> void fieldOrNull(
      JsonGenerator out, String name, @Nullable V value, JsonCodec<V> codec) throws IOException {
    if (value != null) {
      field(out, name, value, codec);
    }
  }

  /** What an Optional component holds, or null; one that is null itself is an error. */
  protected static <V> @Nullable V orNull(String name, @Nullable Optional<V> value) {
    return required(name, value).orElse(null);
  }

  /** Goes to the next field's value; false at the end of the object. */
  protected static boolean nextField(JsonParser in) throws IOException {
    if (in.nextToken() == JsonToken.END_OBJECT) {
      return false;
    }
    in.nextToken();
    return true;
  }

  /** The current field's value; null is an error. */
  protected static <V> V value(JsonParser in, JsonCodec<V> codec) throws IOException {
    String name = in.currentName();
    try {
      return codec.read(in);
    } catch (ValueException e) {
      throw e.in(name);
    }
  }

  protected static <V> @Nullable V valueOrNull(JsonParser in, JsonCodec<V> codec)
      throws IOException {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : value(in, codec);
  }

  /** What a component was read as; a field that did not come is an error. */
  protected static <V> V required(String name, @Nullable V value) {
    if (value == null) {
      throw ValueException.missing().in(name);
    }
    return value;
  }
}
