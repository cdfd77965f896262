package dev.dbrazor.json;

import dev.dbrazor.annotation.Converter;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.value.DecimalForm;
import dev.dbrazor.value.EnumForm;
import dev.dbrazor.value.IntegerForms;
import dev.dbrazor.value.TextForms;
import dev.dbrazor.value.VectorForm;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How Java types stand inside a JSON document; the table is at {@code ValueTypes}, whose names
 * these are.
 */
public final class JsonCodecs {
  private JsonCodecs() {}

  public static final JsonCodec<Boolean> BOOLEAN = BooleanCodec.INSTANCE;
  public static final JsonCodec<Float> FLOAT = FloatCodec.INSTANCE;
  public static final JsonCodec<Double> DOUBLE = DoubleCodec.INSTANCE;
  public static final JsonCodec<Byte> BYTE = new IntegerCodec<>(IntegerForms.BYTE);
  public static final JsonCodec<Short> SHORT = new IntegerCodec<>(IntegerForms.SHORT);
  public static final JsonCodec<Integer> INT = new IntegerCodec<>(IntegerForms.INT);
  public static final JsonCodec<Long> LONG = new IntegerCodec<>(IntegerForms.LONG);
  public static final JsonCodec<Character> CHAR = new TextCodec<>(TextForms.CHAR);
  public static final JsonCodec<String> STRING = new TextCodec<>(TextForms.STRING);
  public static final JsonCodec<BigInteger> BIG_INTEGER = new TextCodec<>(TextForms.BIG_INTEGER);
  public static final JsonCodec<BigDecimal> BIG_DECIMAL = new TextCodec<>(TextForms.BIG_DECIMAL);
  public static final JsonCodec<UUID> UUID = new TextCodec<>(TextForms.UUID);
  public static final JsonCodec<Instant> INSTANT = new IntegerCodec<>(IntegerForms.INSTANT);
  public static final JsonCodec<Duration> DURATION = new IntegerCodec<>(IntegerForms.DURATION);
  public static final JsonCodec<LocalDate> LOCAL_DATE = new TextCodec<>(TextForms.LOCAL_DATE);
  public static final JsonCodec<LocalTime> LOCAL_TIME = new TextCodec<>(TextForms.LOCAL_TIME);
  public static final JsonCodec<LocalDateTime> LOCAL_DATE_TIME =
      new TextCodec<>(TextForms.LOCAL_DATE_TIME);

  /** Base64. */
  public static final JsonCodec<byte[]> BYTES = new TextCodec<>(TextForms.BASE64);

  public static JsonCodec<BigDecimal> decimal(int scale) {
    return new IntegerCodec<>(new DecimalForm(scale));
  }

  /** By name; {@code values} are all constants of the enum. */
  public static <E extends Enum<E>> JsonCodec<E> enumeration(E[] values) {
    return new TextCodec<>(new EnumForm<>(values));
  }

  public static JsonCodec<float[]> vector(int dimensions, Metric metric) {
    return new TextCodec<>(new VectorForm(dimensions, metric));
  }

  /**
   * Elements are not null unless {@code element} is {@link #nullable}; what is read is
   * unmodifiable.
   */
  public static <E> JsonCodec<List<E>> list(JsonCodec<E> element) {
    return new ListCodec<>(element);
  }

  /** Like {@link #list}; the order of the set is kept. */
  public static <E> JsonCodec<Set<E>> set(JsonCodec<E> element) {
    return new SetCodec<>(element);
  }

  /**
   * A JSON object; the order of the map is kept, keys are not null, values only if {@code value} is
   * {@link #nullable}.
   */
  public static <K, V> JsonCodec<Map<K, V>> map(KeyCodec<K> key, JsonCodec<V> value) {
    return new MapCodec<>(key, value);
  }

  /**
   * For elements of a collection and values of a map; null components of records are left out
   * instead.
   */
  public static <T> JsonCodec<@Nullable T> nullable(JsonCodec<T> codec) {
    return new NullableCodec<>(codec);
  }

  /** A record of one component, written as that component. */
  public static <V, S> JsonCodec<V> wrapped(
      JsonCodec<S> codec, Function<V, S> unwrap, Function<S, V> wrap) {
    return new AdaptedCodec<>(codec, unwrap, wrap);
  }

  public static <V, S> JsonCodec<V> converted(Converter<V, S> converter, JsonCodec<S> codec) {
    return new AdaptedCodec<>(codec, converter::toStored, converter::fromStored);
  }
}
