package dev.dbrazor.features.types;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Convert;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.annotation.Vector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each type as a column that may be NULL, and once more inside JSON. */
@Collection("optionals")
record Optionals(
    @Id long id,
    Optional<Boolean> flag,
    @Nullable Byte int8,
    @Nullable Short int16,
    @Nullable Integer int32,
    Optional<Long> int64,
    @Nullable Float float32,
    Optional<Double> float64,
    @Nullable Character letter,
    Optional<String> text,
    @Nullable Color color,
    Optional<BigInteger> whole,
    @Nullable BigDecimal exact,
    @Decimal(scale = 2) Optional<BigDecimal> money,
    Optional<UUID> uuid,
    @Nullable Instant instant,
    Optional<Duration> duration,
    @Nullable LocalDate date,
    Optional<LocalTime> time,
    @Nullable LocalDateTime dateTime,
    byte @Nullable [] bytes,
    @Vector(dimensions = 3, metric = Metric.L2) float @Nullable [] vector,
    Optional<Celsius> temperature,
    @Convert(UriConverter.class) @Nullable URI link,
    @Nullable List<String> list,
    Optional<Set<Integer>> set,
    @Nullable Map<String, Long> map,
    Maybe nested) {
  /** The same values as columns and inside JSON. */
  static Optionals of(long id, Maybe v) {
    return new Optionals(
        id,
        v.flag(),
        v.int8(),
        v.int16(),
        v.int32(),
        v.int64(),
        v.float32(),
        v.float64(),
        v.letter(),
        v.text(),
        v.color(),
        v.whole(),
        v.exact(),
        v.money(),
        v.uuid(),
        v.instant(),
        v.duration(),
        v.date(),
        v.time(),
        v.dateTime(),
        v.bytes(),
        v.vector(),
        v.temperature(),
        v.link(),
        v.list(),
        v.set(),
        v.map(),
        v);
  }
}
