package dev.dbrazor.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;

/** The text forms without parameters. */
public final class TextForms {
  private TextForms() {}

  public static final TextForm<String> STRING =
      new TextForm<>() {
        @Override
        public String toText(String value) {
          Text.check(value);
          return value;
        }

        @Override
        public String fromText(String text) {
          return text;
        }
      };

  public static final TextForm<Character> CHAR =
      new TextForm<>() {
        @Override
        public String toText(Character value) {
          String text = value.toString();
          Text.check(text);
          return text;
        }

        @Override
        public Character fromText(String text) {
          return Numbers.toCharacter(text);
        }
      };

  public static final TextForm<BigInteger> BIG_INTEGER =
      canonical(BigInteger::toString, BigInteger::new);

  /** With its scale: 1.0 and 1.00 are different texts. */
  public static final TextForm<BigDecimal> BIG_DECIMAL =
      canonical(TextForms::decimalText, BigDecimal::new);

  public static final TextForm<UUID> UUID = canonical(java.util.UUID::toString, TextForms::uuid);

  public static final TextForm<byte[]> BASE64 =
      canonical(value -> Base64.getEncoder().encodeToString(value), Base64.getDecoder()::decode);

  /** {@code 2024-12-31}, years 0000 to 9999. */
  public static final TextForm<LocalDate> LOCAL_DATE =
      new TextForm<>() {
        @Override
        public String toText(LocalDate value) {
          return IsoText.date(value);
        }

        @Override
        public LocalDate fromText(String text) {
          return IsoText.toDate(text);
        }
      };

  /** {@code 23:59:59.123456}. */
  public static final TextForm<LocalTime> LOCAL_TIME =
      new TextForm<>() {
        @Override
        public String toText(LocalTime value) {
          return IsoText.time(value);
        }

        @Override
        public LocalTime fromText(String text) {
          return IsoText.toTime(text);
        }

        @Override
        public LocalTime stored(LocalTime value) {
          int excess = value.getNano() % 1_000;
          return excess == 0 ? value : value.withNano(value.getNano() - excess);
        }
      };

  /** {@code 2024-12-31T23:59:59.123456}, years 0000 to 9999. */
  public static final TextForm<LocalDateTime> LOCAL_DATE_TIME =
      new TextForm<>() {
        @Override
        public String toText(LocalDateTime value) {
          return IsoText.dateTime(value);
        }

        @Override
        public LocalDateTime fromText(String text) {
          return IsoText.toDateTime(text);
        }

        @Override
        public LocalDateTime stored(LocalDateTime value) {
          int excess = value.getNano() % 1_000;
          return excess == 0 ? value : value.withNano(value.getNano() - excess);
        }
      };

  /** Java cannot read back the longest exponents it writes. */
  private static String decimalText(BigDecimal value) {
    if ((long) value.precision() - 1 - value.scale() > Integer.MAX_VALUE) {
      throw new ValueException("a decimal with an exponent above " + Integer.MAX_VALUE);
    }
    return value.toString();
  }

  private static UUID uuid(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException();
    }
    return java.util.UUID.fromString(text);
  }

  /**
   * A form whose parser accepts more than its printer writes: what differs when printed again is
   * refused.
   */
  private static <V> TextForm<V> canonical(Function<V, String> print, Function<String, V> parse) {
    return new CanonicalForm<>(print, parse);
  }

  /** Guards a lenient parser by printing what it read. */
  private record CanonicalForm<V>(Function<V, String> print, Function<String, V> parse)
      implements TextForm<V> {
    @Override
    public String toText(V value) {
      return print.apply(value);
    }

    @Override
    public V fromText(String text) {
      try {
        V value = parse.apply(text);
        if (print.apply(value).equals(text)) {
          return value;
        }
      } catch (IllegalArgumentException e) {
        throw new ValueException("not in its stored form: " + Excerpt.of(text));
      }
      throw new ValueException("not in its stored form: " + Excerpt.of(text));
    }
  }
}
