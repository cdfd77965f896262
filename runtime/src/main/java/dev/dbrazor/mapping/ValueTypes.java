package dev.dbrazor.mapping;

import dev.dbrazor.annotation.Converter;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.json.JsonCodec;
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
import java.util.UUID;
import java.util.function.Function;

/**
 * How Java types are stored.
 *
 * <pre>
 * Java                            column                         in a JSON document
 * boolean                         INTEGER 0 or 1                 true, false
 * byte short int long             INTEGER                        integer
 * float double                    REAL, -0.0 as 0.0, no NaN      number
 * char String enum                TEXT, no NUL, no half pair     string
 * BigInteger BigDecimal           TEXT, exact                    string
 * BigDecimal with a fixed scale   INTEGER, smallest units        integer
 * UUID                            BLOB of 16 bytes               string, canonical form
 * Instant                         INTEGER, microseconds          integer
 * Duration                        INTEGER, nanoseconds           integer
 * LocalDate                       TEXT 2024-12-31                string
 * LocalTime                       TEXT 23:59:59.123456           string
 * LocalDateTime                   TEXT 2024-12-31T23:59:59.123456  string
 * byte[]                          BLOB                           string, base64
 * float[] vector                  BLOB, float32 little-endian    string, base64
 * record, collection, map         TEXT, JSON                     itself
 * </pre>
 *
 * What has no exact form is refused with a {@code MappingException} when it is bound or read; only
 * -0.0 and fractions of a microsecond are dropped, which {@link ValueType#stored} shows beforehand.
 */
public final class ValueTypes {
  private ValueTypes() {}

  public static final ValueType<Boolean> BOOLEAN = BooleanType.COLUMN;
  public static final ValueType<Byte> BYTE = PlainTypes.BYTE;
  public static final ValueType<Short> SHORT = PlainTypes.SHORT;
  public static final ValueType<Integer> INT = PlainTypes.INT;
  public static final ValueType<Long> LONG = PlainTypes.LONG;
  public static final ValueType<Float> FLOAT = PlainTypes.FLOAT;
  public static final ValueType<Double> DOUBLE = PlainTypes.DOUBLE;
  public static final ValueType<Character> CHAR = PlainTypes.CHAR;
  public static final ValueType<String> STRING = PlainTypes.STRING;
  public static final ValueType<BigInteger> BIG_INTEGER = new TextType<>(TextForms.BIG_INTEGER);
  public static final ValueType<BigDecimal> BIG_DECIMAL = new TextType<>(TextForms.BIG_DECIMAL);
  public static final ValueType<UUID> UUID = UuidType.INSTANCE;
  public static final ValueType<Instant> INSTANT = new IntegerType<>(IntegerForms.INSTANT);
  public static final ValueType<Duration> DURATION = new IntegerType<>(IntegerForms.DURATION);
  public static final ValueType<LocalDate> LOCAL_DATE = new TextType<>(TextForms.LOCAL_DATE);
  public static final ValueType<LocalTime> LOCAL_TIME = new TextType<>(TextForms.LOCAL_TIME);
  public static final ValueType<LocalDateTime> LOCAL_DATE_TIME =
      new TextType<>(TextForms.LOCAL_DATE_TIME);
  public static final ValueType<byte[]> BYTES = PlainTypes.BYTES;

  /**
   * A decimal stored as a count of its smallest unit: reads carry {@code scale} fraction digits,
   * more of them are refused.
   */
  public static ValueType<BigDecimal> decimal(int scale) {
    return new IntegerType<>(new DecimalForm(scale));
  }

  /** An enum, by name; {@code values} are all its constants. */
  public static <E extends Enum<E>> ValueType<E> enumeration(E[] values) {
    return new TextType<>(new EnumForm<>(values));
  }

  /**
   * What {@code codec} handles, as JSON text.
   *
   * @param lossless true when every value reads back as it was given; otherwise {@link
   *     ValueType#stored} writes and reads it
   */
  public static <T> ValueType<T> json(JsonCodec<T> codec, boolean lossless) {
    return new JsonType<>(codec, lossless);
  }

  /**
   * A vector of exactly {@code dimensions} finite elements, not all zero when compared by cosine.
   */
  public static ValueType<float[]> vector(int dimensions, Metric metric) {
    return new VectorType(new VectorForm(dimensions, metric));
  }

  /** A record of one component, stored as that component. */
  public static <V, S> ValueType<V> wrapped(
      ValueType<S> type, Function<V, S> unwrap, Function<S, V> wrap) {
    return new AdaptedType<>(unwrap, wrap, type, true);
  }

  /** What {@code converter} turns into {@code type}'s Java type. */
  public static <V, S> ValueType<V> converted(Converter<V, S> converter, ValueType<S> type) {
    return new AdaptedType<>(converter::toStored, converter::fromStored, type, false);
  }
}
