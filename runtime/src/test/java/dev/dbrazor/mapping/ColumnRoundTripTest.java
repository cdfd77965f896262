package dev.dbrazor.mapping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.MappingException;
import dev.dbrazor.NotNullException;
import dev.dbrazor.annotation.Converter;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.json.JsonCodecs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type goes through a STRICT column and comes back as it was, or is refused. */
class ColumnRoundTripTest {
  private enum Tier {
    FREE,
    GOLD
  }

  private record Email(String value) {}

  private static final ValueType<Email> EMAIL =
      ValueTypes.wrapped(ValueTypes.STRING, Email::value, Email::new);

  private static final ValueType<Instant> SECONDS =
      ValueTypes.converted(
          new Converter<Instant, Long>() {
            @Override
            public Long toStored(Instant value) {
              return value.getEpochSecond();
            }

            @Override
            public Instant fromStored(Long stored) {
              return Instant.ofEpochSecond(stored);
            }
          },
          ValueTypes.LONG);

  private static <V> Arguments row(String column, ValueType<V> type, List<V> values) {
    return Arguments.of(column, type, values);
  }

  static Stream<Arguments> exact() {
    return Stream.of(
        row("INTEGER", ValueTypes.BOOLEAN, List.of(true, false)),
        row("INTEGER", ValueTypes.BYTE, List.of(Byte.MIN_VALUE, (byte) 0, Byte.MAX_VALUE)),
        row("INTEGER", ValueTypes.SHORT, List.of(Short.MIN_VALUE, (short) 0, Short.MAX_VALUE)),
        row("INTEGER", ValueTypes.INT, List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE)),
        row(
            "INTEGER",
            ValueTypes.LONG,
            List.of(Long.MIN_VALUE, 0L, (1L << 53) + 1, Long.MAX_VALUE)),
        row("REAL", ValueTypes.FLOAT, List.of(Float.MIN_VALUE, 0f, 0.1f, -Float.MAX_VALUE)),
        row(
            "REAL",
            ValueTypes.DOUBLE,
            List.of(Double.MIN_VALUE, 0.0, 0.1, 1e23, Double.MAX_VALUE, Double.NEGATIVE_INFINITY)),
        row("TEXT", ValueTypes.CHAR, List.of('a', '\'', '\u0001', '\uffff')),
        row(
            "TEXT",
            ValueTypes.STRING,
            List.of("", " ", "null", "naïve \ud83d\ude00 '\"\\\u0001\uffff")),
        row(
            "TEXT",
            ValueTypes.BIG_INTEGER,
            List.of(BigInteger.ZERO, BigInteger.TEN.pow(300).negate())),
        row(
            "TEXT",
            ValueTypes.BIG_DECIMAL,
            List.of(
                new BigDecimal("1.0"),
                new BigDecimal("1.00"),
                new BigDecimal("-0.000"),
                new BigDecimal("1E+3"),
                new BigDecimal("1E-400"),
                BigDecimal.valueOf(77, Integer.MAX_VALUE),
                BigDecimal.valueOf(7, Integer.MIN_VALUE + 1))),
        row(
            "BLOB",
            ValueTypes.UUID,
            List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(1, Long.MIN_VALUE))),
        row(
            "INTEGER",
            ValueTypes.INSTANT,
            List.of(
                Instant.EPOCH,
                Instant.EPOCH.minus(1, ChronoUnit.MICROS),
                Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS),
                Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS))),
        row(
            "INTEGER",
            ValueTypes.DURATION,
            List.of(
                Duration.ZERO, Duration.ofNanos(Long.MIN_VALUE), Duration.ofNanos(Long.MAX_VALUE))),
        row(
            "TEXT",
            ValueTypes.LOCAL_DATE,
            List.of(LocalDate.of(0, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.of(2024, 2, 29))),
        row(
            "TEXT",
            ValueTypes.LOCAL_TIME,
            List.of(LocalTime.MIN, LocalTime.of(23, 59, 59, 999_999_000))),
        row(
            "TEXT",
            ValueTypes.LOCAL_DATE_TIME,
            List.of(
                LocalDateTime.of(0, 1, 1, 0, 0),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 1_000))),
        row(
            "INTEGER",
            ValueTypes.decimal(2),
            List.of(new BigDecimal("-92233720368547758.08"), new BigDecimal("0.00"))),
        row("TEXT", ValueTypes.enumeration(Tier.values()), List.of(Tier.FREE, Tier.GOLD)),
        row("TEXT", EMAIL, List.of(new Email(""), new Email("ada@example.com"))),
        row("INTEGER", SECONDS, List.of(Instant.EPOCH)),
        row(
            "TEXT",
            ValueTypes.json(JsonCodecs.list(JsonCodecs.STRING), true),
            List.of(List.of(), List.of("", "a\"b", "\ud83d\ude00"))));
  }

  @ParameterizedTest
  @MethodSource("exact")
  <V> void valueReadsBackEqual(
      String column, ValueType<V> type, List<V> values, @TempDir Path directory) {
    try (ScratchTable table = new ScratchTable(directory, column)) {
      for (V value : values) {
        assertEquals(value, table.roundTrip(value, type));
        assertEquals(value, type.stored(value));
        assertTrue(table.isFoundIn(List.of(value), type), "in finds " + value);
      }
      assertNull(table.roundTrip(null, type));
      assertNull(type.stored(null));
    }
  }

  @ParameterizedTest
  @MethodSource("exact")
  <V> void formInsideJsonReadsBackEqual(
      String column, ValueType<V> type, List<V> values, @TempDir Path directory) {
    try (ScratchTable table = new ScratchTable(directory, "TEXT");
        DriverStatement statement =
            table.prepare(
                "SELECT json_extract(json_set('{}', '$.v', "
                    + type.inJson().jsonParameter()
                    + "), '$.v')")) {
      for (V value : values) {
        new Binder(statement, 0, List.of()).value(1, value, type.inJson());
        statement.step();
        assertEquals(value, new ResultRow(statement, List.of()).value(0, type.inJson()));
        statement.reset();
      }
    }
  }

  @Test
  void nullWithoutOrNullNamesTheComponent(@TempDir Path directory) {
    try (ScratchTable table = new ScratchTable(directory, "TEXT");
        DriverStatement insert = table.prepare("INSERT INTO scratch VALUES (?)")) {
      Binder to = new Binder(insert, 0, ScratchTable.NAMES);
      for (var error :
          List.of(
              assertThrows(NotNullException.class, () -> to.text(1, null)),
              assertThrows(NotNullException.class, () -> to.blob(1, null)),
              assertThrows(NotNullException.class, () -> to.value(1, null, ValueTypes.UUID)),
              assertThrows(NotNullException.class, () -> to.value(1, new Email(null), EMAIL)))) {
        assertEquals("scratch.v must not be null", error.getMessage());
        assertEquals("scratch.v", error.column().orElseThrow());
      }
    }
  }

  @Test
  void nullReadAsAPrimitiveNamesTheColumn(@TempDir Path directory) {
    try (ScratchTable table = new ScratchTable(directory, "INTEGER");
        DriverStatement select = table.prepare("SELECT NULL")) {
      select.step();
      ResultRow row = new ResultRow(select, List.of("age"));
      for (var error :
          List.of(
              assertThrows(MappingException.class, () -> row.int64(0)),
              assertThrows(MappingException.class, () -> row.int32(0)),
              assertThrows(MappingException.class, () -> row.bool(0)),
              assertThrows(MappingException.class, () -> row.float64(0)),
              assertThrows(MappingException.class, () -> row.text(0)),
              assertThrows(MappingException.class, () -> row.blob(0)),
              assertThrows(MappingException.class, () -> row.value(0, ValueTypes.INSTANT)),
              assertThrows(MappingException.class, () -> row.value(0, ValueTypes.UUID)))) {
        assertEquals("age: is null", error.getMessage());
      }
      assertNull(row.int32OrNull(0));
      assertTrue(row.isNull(0));
    }
  }

  @Test
  void integersOutOfRangeAreRefusedOnRead(@TempDir Path directory) {
    try (ScratchTable table = new ScratchTable(directory, "INTEGER")) {
      table.store(1L << 31, ValueTypes.LONG);
      for (ValueType<?> type :
          List.of(ValueTypes.INT, ValueTypes.SHORT, ValueTypes.BYTE, ValueTypes.BOOLEAN)) {
        MappingException error = assertThrows(MappingException.class, () -> table.read(type));
        assertTrue(error.getMessage().startsWith("scratch.v: 2147483648 is out of range for "));
      }
    }
  }

  @Test
  void zeroReadFromTextIsRefused(@TempDir Path directory) {
    try (ScratchTable table = new ScratchTable(directory, "TEXT")) {
      table.store("abc", ValueTypes.STRING);
      assertThrows(MappingException.class, () -> table.read(ValueTypes.LONG));
      assertThrows(MappingException.class, () -> table.read(ValueTypes.DOUBLE));
    }
  }

  static Stream<Arguments> inexact() {
    return Stream.of(
        row("REAL", ValueTypes.DOUBLE, List.of(Double.NaN)),
        row("REAL", ValueTypes.FLOAT, List.of(Float.NaN)),
        row("TEXT", ValueTypes.BIG_DECIMAL, List.of(BigDecimal.valueOf(7, Integer.MIN_VALUE))),
        row("TEXT", ValueTypes.CHAR, List.of('\0', '\ud83d', '\ude00')),
        row("TEXT", ValueTypes.STRING, List.of("a\0b", "\ud83d", "\ude00\ud83d", "a\ud83db")),
        row("INTEGER", ValueTypes.INSTANT, List.of(Instant.MAX, Instant.MIN)),
        row("INTEGER", ValueTypes.DURATION, List.of(Duration.ofSeconds(Long.MAX_VALUE))),
        row(
            "TEXT",
            ValueTypes.LOCAL_DATE,
            List.of(LocalDate.of(-1, 12, 31), LocalDate.of(10000, 1, 1))),
        row("TEXT", ValueTypes.LOCAL_DATE_TIME, List.of(LocalDateTime.MAX, LocalDateTime.MIN)),
        row(
            "INTEGER",
            ValueTypes.decimal(2),
            List.of(
                new BigDecimal("0.001"),
                new BigDecimal("92233720368547758.08"),
                new BigDecimal("1E+1000000000"),
                new BigDecimal("1E-1000000000"))),
        row(
            "TEXT",
            ValueTypes.json(JsonCodecs.list(JsonCodecs.STRING), true),
            List.of(List.of("a\0b"), List.of("\ud83d"))),
        row(
            "BLOB",
            ValueTypes.vector(2, Metric.COSINE),
            List.of(
                new float[] {1},
                new float[] {1, 2, 3},
                new float[] {Float.NaN, 1},
                new float[] {Float.POSITIVE_INFINITY, 1},
                new float[] {0, -0f})));
  }

  @ParameterizedTest
  @MethodSource("inexact")
  <V> void valueThatHasNoExactFormIsRefused(
      String column, ValueType<V> type, List<V> values, @TempDir Path directory) {
    try (ScratchTable table = new ScratchTable(directory, column)) {
      for (V value : values) {
        MappingException error =
            assertThrows(MappingException.class, () -> table.insert(value, type));
        assertTrue(error.getMessage().startsWith("scratch.v"), error.getMessage());
        assertDoesNotThrow(() -> type.stored(value), "the refusal is left to binding");
      }
      assertEquals(List.of(), table.ordered(type));
    }
  }

  @Test
  void statedExceptionsShowInStored(@TempDir Path directory) {
    try (ScratchTable reals = new ScratchTable(directory, "REAL");
        ScratchTable integers = new ScratchTable(directory, "INTEGER");
        ScratchTable texts = new ScratchTable(directory, "TEXT")) {
      assertStoredIs(0.0, reals, -0.0, ValueTypes.DOUBLE);
      assertStoredIs(0f, reals, -0f, ValueTypes.FLOAT);
      assertStoredIs(
          Instant.ofEpochSecond(-2, 999_999_000),
          integers,
          Instant.ofEpochSecond(-2, 999_999_999),
          ValueTypes.INSTANT);
      assertStoredIs(
          LocalTime.of(1, 2, 3, 4_000), texts, LocalTime.of(1, 2, 3, 4_567), ValueTypes.LOCAL_TIME);
      assertStoredIs(
          LocalDateTime.of(1, 2, 3, 4, 5, 6, 7_000),
          texts,
          LocalDateTime.of(1, 2, 3, 4, 5, 6, 7_890),
          ValueTypes.LOCAL_DATE_TIME);
      assertStoredIs(
          new BigDecimal("100.00"), integers, new BigDecimal("1E+2"), ValueTypes.decimal(2));
      assertStoredIs(Instant.ofEpochSecond(5), integers, Instant.ofEpochSecond(5, 1), SECONDS);
    }
  }

  private static <V> void assertStoredIs(V stored, ScratchTable table, V value, ValueType<V> type) {
    assertEquals(stored, type.stored(value));
    assertEquals(stored, table.roundTrip(value, type));
  }

  @Test
  void tenMebibytesOfTextAndBytesReadBackEqual(@TempDir Path directory) {
    String text = "\ud83d\ude00ab".repeat((10 << 20) / 6);
    byte[] bytes = new byte[10 << 20];
    bytes[bytes.length - 1] = 7;
    try (ScratchTable texts = new ScratchTable(directory, "TEXT");
        ScratchTable blobs = new ScratchTable(directory, "BLOB")) {
      assertEquals(text, texts.roundTrip(text, ValueTypes.STRING));
      ValueType<List<String>> json = ValueTypes.json(JsonCodecs.list(JsonCodecs.STRING), true);
      assertEquals(List.of(text), texts.roundTrip(List.of(text), json));
      assertArrayEquals(bytes, blobs.roundTrip(bytes, ValueTypes.BYTES));
    }
  }

  @Test
  void bytesAndVectorsKeepEachBit(@TempDir Path directory) {
    float[] vector = {Float.MIN_VALUE, -1.5f, Float.MAX_VALUE};
    ValueType<float[]> type = ValueTypes.vector(3, Metric.COSINE);
    try (ScratchTable blobs = new ScratchTable(directory, "BLOB");
        ScratchTable texts = new ScratchTable(directory, "TEXT")) {
      assertArrayEquals(vector, blobs.roundTrip(vector, type));
      assertTrue(blobs.isFoundIn(List.of(vector), type));
      assertArrayEquals(vector, texts.roundTrip(vector, type.inJson()));
      assertArrayEquals(new byte[0], blobs.roundTrip(new byte[0], ValueTypes.BYTES));
      assertArrayEquals(new byte[] {-1}, blobs.roundTrip(new byte[] {-1}, ValueTypes.BYTES));
      assertTrue(blobs.isFoundIn(List.of(new byte[] {-1}), ValueTypes.BYTES));
      assertFalse(blobs.isFoundIn(List.of(new byte[] {1}), ValueTypes.BYTES));
      assertThrows(MappingException.class, () -> blobs.read(type), "a truncated vector");
      assertThrows(MappingException.class, () -> blobs.read(ValueTypes.UUID));
    }
  }

  @Test
  void textNotInItsStoredFormIsRefused(@TempDir Path directory) {
    try (ScratchTable table = new ScratchTable(directory, "TEXT")) {
      for (String text : List.of("", "2024-1-1", "2024-02-30", "2024-13-01", "2O24-01-01")) {
        table.store(text, ValueTypes.STRING);
        assertThrows(MappingException.class, () -> table.read(ValueTypes.LOCAL_DATE), text);
        assertThrows(MappingException.class, () -> table.read(ValueTypes.BIG_INTEGER), text);
      }
      table.store("PLATINUM", ValueTypes.STRING);
      ValueType<Tier> tier = ValueTypes.enumeration(Tier.values());
      assertThrows(MappingException.class, () -> table.read(tier));
      assertThrows(MappingException.class, () -> table.read(ValueTypes.CHAR));
    }
  }

  @Test
  void orderOfTheColumnIsTheOrderOfTheValues(@TempDir Path directory) {
    try (ScratchTable integers = new ScratchTable(directory, "INTEGER");
        ScratchTable texts = new ScratchTable(directory, "TEXT")) {
      List<Instant> instants =
          List.of(
              Instant.parse("-2000-01-01T00:00:00Z"),
              Instant.parse("1969-12-31T23:59:59.999999Z"),
              Instant.EPOCH,
              Instant.parse("1970-01-01T00:00:00.000001Z"),
              Instant.parse("2024-01-01T00:00:00Z"));
      assertOrdered(instants, integers, ValueTypes.INSTANT);
      assertOrdered(
          List.of(new BigDecimal("-2.00"), new BigDecimal("9.90"), new BigDecimal("10.00")),
          integers,
          ValueTypes.decimal(2));
      assertOrdered(
          List.of(LocalDate.of(0, 1, 1), LocalDate.of(999, 12, 31), LocalDate.of(1000, 1, 1)),
          texts,
          ValueTypes.LOCAL_DATE);
      assertOrdered(
          List.of(
              LocalDateTime.of(999, 1, 1, 0, 0),
              LocalDateTime.of(2024, 1, 1, 9, 0),
              LocalDateTime.of(2024, 1, 1, 9, 0, 0, 1_000),
              LocalDateTime.of(2024, 1, 1, 10, 0)),
          texts,
          ValueTypes.LOCAL_DATE_TIME);
    }
  }

  private static <V> void assertOrdered(List<V> values, ScratchTable table, ValueType<V> type) {
    table.run("DELETE FROM scratch");
    for (int i = values.size() - 1; i >= 0; i--) {
      table.insert(values.get(i), type);
    }
    assertEquals(values, table.ordered(type));
  }

  @Test
  void keyOfZeroOrNullIsLeftToTheDatabase(@TempDir Path directory) {
    try (ScratchTable table = new ScratchTable(directory, "INTEGER");
        DriverStatement select = table.prepare("SELECT ?, ?, ?")) {
      Binder to = new Binder(select, 1, List.of());
      to.key(0, null);
      to.key(1, 0);
      to.key(2, -7);
      select.step();
      ResultRow row = new ResultRow(select, List.of()).from(1);
      assertTrue(row.isNull(0));
      assertEquals(-7, row.int64(1));
    }
  }
}
