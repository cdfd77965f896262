package dev.dbrazor.value;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** The integer forms without parameters. */
public final class IntegerForms {
  private IntegerForms() {}

  public static final IntegerForm<Byte> BYTE = plain(Byte::longValue, Numbers::toByte);
  public static final IntegerForm<Short> SHORT = plain(Short::longValue, Numbers::toShort);
  public static final IntegerForm<Integer> INT = plain(Integer::longValue, Numbers::toInt);
  public static final IntegerForm<Long> LONG = plain(Long::longValue, integer -> integer);

  /** Microseconds since 1970-01-01T00:00Z, cut towards the past. */
  public static final IntegerForm<Instant> INSTANT =
      new IntegerForm<>() {
        @Override
        public long toInteger(Instant value) {
          return microseconds(value);
        }

        @Override
        public Instant fromInteger(long integer) {
          long second = Math.floorDiv(integer, 1_000_000L);
          return Instant.ofEpochSecond(second, Math.floorMod(integer, 1_000_000L) * 1_000);
        }

        @Override
        public Instant stored(Instant value) {
          return value.getNano() % 1_000 == 0 ? value : value.truncatedTo(ChronoUnit.MICROS);
        }
      };

  /** Nanoseconds. */
  public static final IntegerForm<Duration> DURATION =
      new IntegerForm<>() {
        @Override
        public long toInteger(Duration value) {
          try {
            return value.toNanos();
          } catch (ArithmeticException e) {
            throw new ValueException(value + " is beyond the 292 years that nanoseconds can count");
          }
        }

        @Override
        public Duration fromInteger(long integer) {
          return Duration.ofNanos(integer);
        }
      };

  private static <V> IntegerForm<V> plain(ToLongFunction<V> to, LongFunction<V> from) {
    return new IntegerForm<>() {
      @Override
      public long toInteger(V value) {
        return to.applyAsLong(value);
      }

      @Override
      public V fromInteger(long integer) {
        return from.apply(integer);
      }
    };
  }

  private static long microseconds(Instant value) {
    long seconds = value.getEpochSecond();
    long micros = value.getNano() / 1_000;
    try {
      // From the second above for the past: otherwise the earliest second would overflow half-way.
      return seconds < 0
          ? Math.addExact(Math.multiplyExact(seconds + 1, 1_000_000L), micros - 1_000_000L)
          : Math.addExact(Math.multiplyExact(seconds, 1_000_000L), micros);
    } catch (ArithmeticException e) {
      throw new ValueException(value + " is beyond what microseconds since 1970 can count");
    }
  }
}
