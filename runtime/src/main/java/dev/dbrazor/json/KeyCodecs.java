package dev.dbrazor.json;

import dev.dbrazor.annotation.Converter;
import dev.dbrazor.value.EnumForm;
import dev.dbrazor.value.IntegerForms;
import dev.dbrazor.value.TextForms;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;

/** The types that keys of a map may have. */
public final class KeyCodecs {
  private KeyCodecs() {}

  public static final KeyCodec<Byte> BYTE = new IntegerKey<>(IntegerForms.BYTE);
  public static final KeyCodec<Short> SHORT = new IntegerKey<>(IntegerForms.SHORT);
  public static final KeyCodec<Integer> INT = new IntegerKey<>(IntegerForms.INT);
  public static final KeyCodec<Long> LONG = new IntegerKey<>(IntegerForms.LONG);
  public static final KeyCodec<Character> CHAR = new FormKey<>(TextForms.CHAR);
  public static final KeyCodec<String> STRING = new FormKey<>(TextForms.STRING);
  public static final KeyCodec<BigInteger> BIG_INTEGER = new FormKey<>(TextForms.BIG_INTEGER);
  public static final KeyCodec<UUID> UUID = new FormKey<>(TextForms.UUID);
  public static final KeyCodec<Instant> INSTANT = new IntegerKey<>(IntegerForms.INSTANT);
  public static final KeyCodec<Duration> DURATION = new IntegerKey<>(IntegerForms.DURATION);
  public static final KeyCodec<LocalDate> LOCAL_DATE = new FormKey<>(TextForms.LOCAL_DATE);
  public static final KeyCodec<LocalTime> LOCAL_TIME = new FormKey<>(TextForms.LOCAL_TIME);
  public static final KeyCodec<LocalDateTime> LOCAL_DATE_TIME =
      new FormKey<>(TextForms.LOCAL_DATE_TIME);

  /** By name; {@code values} are all constants of the enum. */
  public static <E extends Enum<E>> KeyCodec<E> enumeration(E[] values) {
    return new FormKey<>(new EnumForm<>(values));
  }

  /** A record of one component, written as that component. */
  public static <K, S> KeyCodec<K> wrapped(
      KeyCodec<S> codec, Function<K, S> unwrap, Function<S, K> wrap) {
    return new AdaptedKey<>(codec, unwrap, wrap);
  }

  public static <K, S> KeyCodec<K> converted(Converter<K, S> converter, KeyCodec<S> codec) {
    return new AdaptedKey<>(codec, converter::toStored, converter::fromStored);
  }
}
