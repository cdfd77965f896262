package dev.dbrazor.features.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The values at the ends of each type's range, and some between. */
final class Samples {
  /**
   * One of everything beyond the Basic Multilingual Plane, combining, right to left, and markup.
   */
  static final String UNICODE =
      "a\uD83D\uDE00\u0301\u05D0 \u0130\u0131\uFFFD\uFFFF \"'\\\n\t</script>%_";

  static final Everything LOWEST =
      new Everything(
          false,
          Byte.MIN_VALUE,
          Short.MIN_VALUE,
          Integer.MIN_VALUE,
          Long.MIN_VALUE,
          -Float.MAX_VALUE,
          -Double.MAX_VALUE,
          '\u0001',
          "",
          Color.BLUE,
          BigInteger.TWO.pow(300).negate(),
          new BigDecimal("-123456789012345678901234567890.12345678901234567890"),
          BigDecimal.valueOf(Long.MIN_VALUE, 2),
          new UUID(0, 0),
          Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS),
          Duration.ofNanos(Long.MIN_VALUE),
          LocalDate.of(1, 1, 1),
          LocalTime.MIN,
          LocalDateTime.of(1, 1, 1, 0, 0),
          new byte[0],
          new float[] {-Float.MAX_VALUE, Float.MIN_VALUE, 0},
          new Celsius(-273.15),
          URI.create("a:b"));

  static final Everything HIGHEST =
      new Everything(
          true,
          Byte.MAX_VALUE,
          Short.MAX_VALUE,
          Integer.MAX_VALUE,
          Long.MAX_VALUE,
          Float.MAX_VALUE,
          Double.MAX_VALUE,
          '\uFFFF',
          UNICODE,
          Color.RED,
          BigInteger.TWO.pow(300),
          new BigDecimal("1E+30"),
          BigDecimal.valueOf(Long.MAX_VALUE, 2),
          new UUID(-1, -1),
          Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS),
          Duration.ofNanos(Long.MAX_VALUE),
          LocalDate.of(9999, 12, 31),
          LocalTime.of(23, 59, 59, 999_999_000),
          LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
          new byte[] {0, 1, -1, 127, -128, '\'', 0},
          new float[] {1.5f, -2.25f, 1e-30f},
          new Celsius(0.1),
          URI.create("https://example.com/?q=%20#x"));

  static final Everything ORDINARY =
      new Everything(
          true,
          (byte) 7,
          (short) -300,
          70_000,
          (1L << 53) + 1,
          0.1f,
          Double.MIN_VALUE,
          '\u00DF',
          "Zo\u00EB's \u0130stanbul",
          Color.GREEN,
          BigInteger.ZERO,
          new BigDecimal("0.1000"),
          new BigDecimal("12.30"),
          UUID.fromString("01234567-89ab-7cde-8f01-23456789abcd"),
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Duration.ofSeconds(-1, 1),
          LocalDate.of(2024, 2, 29),
          LocalTime.of(1, 2, 3, 4_000),
          LocalDateTime.of(2024, 2, 29, 12, 0),
          "bytes".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
          new float[] {0, 0, 0},
          new Celsius(0),
          URI.create(""));

  static final Boxes FULL =
      new Boxes(
          List.of(true, false, true),
          List.of(Byte.MIN_VALUE, Byte.MAX_VALUE),
          inOrder(Short.MAX_VALUE, Short.MIN_VALUE),
          List.of(3, 1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE),
          List.of(Long.MIN_VALUE, (1L << 53) + 1, Long.MAX_VALUE),
          List.of(Float.MIN_VALUE, Float.MAX_VALUE, 0.1f),
          List.of(Double.MIN_VALUE, Double.MAX_VALUE, 0.1),
          inOrder('z', 'a', '"'),
          List.of("", UNICODE, ""),
          inOrder(Color.RED, Color.BLUE),
          List.of(BigInteger.TEN.pow(100), BigInteger.ZERO),
          List.of(new BigDecimal("1.10"), new BigDecimal("1E+9")),
          inOrder(new UUID(-1, -1), new UUID(0, 1)),
          List.of(LOWEST.instant(), HIGHEST.instant(), Instant.EPOCH),
          List.of(LOWEST.duration(), HIGHEST.duration(), Duration.ZERO),
          inOrder(HIGHEST.date(), LOWEST.date()),
          List.of(HIGHEST.time(), LOWEST.time()),
          List.of(HIGHEST.dateTime(), LOWEST.dateTime()),
          List.of(new byte[0], HIGHEST.bytes()),
          inOrder(new Celsius(1), new Celsius(-1.5)),
          Arrays.asList("a", null, ""),
          List.of(List.of(), List.of("x", "y")),
          inOrder(Map.entry("", "empty"), Map.entry(UNICODE, UNICODE), Map.entry("a.b[0]", "$")),
          inOrder(Map.entry(-1, true), Map.entry(Integer.MAX_VALUE, false)),
          inOrder(Map.entry(Long.MIN_VALUE, Instant.EPOCH)),
          inOrder(Map.entry(new UUID(1, 2), List.of(1.5, -2.0))),
          inOrder(Map.entry(Color.GREEN, Set.of("g"))),
          gap());

  static final Boxes EMPTY =
      new Boxes(
          List.of(), List.of(), Set.of(), List.of(), List.of(), List.of(), List.of(), Set.of(),
          List.of(), Set.of(), List.of(), List.of(), Set.of(), List.of(), List.of(), Set.of(),
          List.of(), List.of(), List.of(), Set.of(), List.of(), List.of(), Map.of(), Map.of(),
          Map.of(), Map.of(), Map.of(), Map.of());

  private Samples() {}

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static <E> Set<E> inOrder(E... elements) {
    return new LinkedHashSet<>(List.of(elements));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static <K, V> Map<K, V> inOrder(Map.Entry<K, V>... entries) {
    Map<K, V> map = new LinkedHashMap<>();
    List.of(entries).forEach(e -> map.put(e.getKey(), e.getValue()));
    return map;
  }

  private static Map<String, Integer> gap() {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("there", 1);
    map.put("absent", null);
    return map;
  }
}
