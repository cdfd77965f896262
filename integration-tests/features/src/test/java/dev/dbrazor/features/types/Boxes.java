package dev.dbrazor.features.types;

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
import org.jspecify.annotations.Nullable;

/** Lists, sets and maps of each type, nested. */
record Boxes(
    List<Boolean> flags,
    List<Byte> bytes,
    Set<Short> shorts,
    List<Integer> ints,
    List<Long> longs,
    List<Float> floats,
    List<Double> doubles,
    Set<Character> letters,
    List<String> texts,
    Set<Color> colors,
    List<BigInteger> wholes,
    List<BigDecimal> exacts,
    Set<UUID> uuids,
    List<Instant> instants,
    List<Duration> durations,
    Set<LocalDate> dates,
    List<LocalTime> times,
    List<LocalDateTime> dateTimes,
    List<byte[]> blobs,
    Set<Celsius> temperatures,
    List<@Nullable String> gaps,
    List<List<String>> lists,
    Map<String, String> byText,
    Map<Integer, Boolean> byInt,
    Map<Long, Instant> byLong,
    Map<UUID, List<Double>> byUuid,
    Map<Color, Set<String>> byColor,
    Map<String, @Nullable Integer> gapsByText) {}
