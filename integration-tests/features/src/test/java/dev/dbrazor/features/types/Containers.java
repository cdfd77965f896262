package dev.dbrazor.features.types;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
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

/** Lists, sets and maps of each type, as columns of their own and inside JSON. */
@Collection("containers")
record Containers(
    @Id long id,
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
    Map<String, @Nullable Integer> gapsByText,
    Boxes nested) {
  /** The same containers as columns and nested. */
  static Containers of(long id, Boxes b) {
    return new Containers(
        id,
        b.flags(),
        b.bytes(),
        b.shorts(),
        b.ints(),
        b.longs(),
        b.floats(),
        b.doubles(),
        b.letters(),
        b.texts(),
        b.colors(),
        b.wholes(),
        b.exacts(),
        b.uuids(),
        b.instants(),
        b.durations(),
        b.dates(),
        b.times(),
        b.dateTimes(),
        b.blobs(),
        b.temperatures(),
        b.gaps(),
        b.lists(),
        b.byText(),
        b.byInt(),
        b.byLong(),
        b.byUuid(),
        b.byColor(),
        b.gapsByText(),
        b);
  }
}
