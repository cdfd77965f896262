package dev.dbrazor;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.ValueType;
import dev.dbrazor.mapping.ValueTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of plain SQL, stored as components of the same type are.
 *
 * <pre>
 * null                                          NULL
 * Boolean, Byte, Short, Integer, Long           INTEGER
 * Float, Double                                 REAL, NaN refused
 * String, Character, an enum's name             TEXT, NUL and lone surrogates refused
 * BigInteger, BigDecimal                        TEXT, exact
 * UUID, byte[]                                  BLOB
 * Instant (microseconds), Duration (nanoseconds) INTEGER
 * LocalDate, LocalTime, LocalDateTime           TEXT, ISO 8601
 * </pre>
 */
final class Arguments {
  private static final Map<Class<?>, ValueType<?>> TYPES =
      Map.ofEntries(
          type(Boolean.class, ValueTypes.BOOLEAN),
          type(Byte.class, ValueTypes.BYTE),
          type(Short.class, ValueTypes.SHORT),
          type(Integer.class, ValueTypes.INT),
          type(Long.class, ValueTypes.LONG),
          type(Float.class, ValueTypes.FLOAT),
          type(Double.class, ValueTypes.DOUBLE),
          type(String.class, ValueTypes.STRING),
          type(Character.class, ValueTypes.CHAR),
          type(BigInteger.class, ValueTypes.BIG_INTEGER),
          type(BigDecimal.class, ValueTypes.BIG_DECIMAL),
          type(UUID.class, ValueTypes.UUID),
          type(byte[].class, ValueTypes.BYTES),
          type(Instant.class, ValueTypes.INSTANT),
          type(Duration.class, ValueTypes.DURATION),
          type(LocalDate.class, ValueTypes.LOCAL_DATE),
          type(LocalTime.class, ValueTypes.LOCAL_TIME),
          type(LocalDateTime.class, ValueTypes.LOCAL_DATE_TIME));

  private Arguments() {}

  private static <V> Map.Entry<Class<?>, ValueType<?>> type(Class<V> java, ValueType<V> type) {
    return Map.entry(java, type);
  }

  static void bind(DriverStatement statement, String sql, @Nullable Object[] arguments) {
    if (statement.parameterCount() != arguments.length) {
      throw new StatementException(
          ErrorDetails.of(
                  ErrorCode.STATEMENT,
                  "The statement has "
                      + statement.parameterCount()
                      + " parameters, "
                      + arguments.length
                      + " arguments were given")
              .withSql(sql),
          null);
    }
    List<String> names =
        IntStream.rangeClosed(1, arguments.length).mapToObj(i -> "argument " + i).toList();
    Binder to = new Binder(statement, 0, names);
    for (int i = 0; i < arguments.length; i++) {
      bind(to, i + 1, arguments[i], sql);
    }
  }

  private static void bind(Binder to, int parameter, @Nullable Object value, String sql) {
    if (value == null) {
      to.nothing(parameter);
    } else if (value instanceof Enum<?> constant) {
      to.text(parameter, constant.name());
    } else {
      ValueType<?> type = TYPES.get(value.getClass());
      if (type == null) {
        throw new MappingException(
            ErrorDetails.of(
                    ErrorCode.MAPPING,
                    "Argument "
                        + parameter
                        + " is a "
                        + value.getClass().getName()
                        + ", which has no stored form; give a number, text, boolean, byte[], UUID, enum or java.time value")
                .withSql(sql),
            null);
      }
      bindAs(to, parameter, type, value);
    }
  }

  /** The map pairs each class with its own type. */
  @SuppressWarnings("unchecked")
  private static <V> void bindAs(Binder to, int parameter, ValueType<V> type, Object value) {
    to.value(parameter, (V) value, type);
  }
}
