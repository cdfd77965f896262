package dev.dbrazor.features.types;

import dev.dbrazor.annotation.Convert;
import dev.dbrazor.annotation.Decimal;
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

/** Each type as one that may be absent; no collection, so it is what nested documents hold. */
record Maybe(
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
    @Nullable Map<String, Long> map) {
  /** Nothing at all. */
  static Maybe empty() {
    return new Maybe(
        Optional.empty(),
        null,
        null,
        null,
        Optional.empty(),
        null,
        Optional.empty(),
        null,
        Optional.empty(),
        null,
        Optional.empty(),
        null,
        Optional.empty(),
        Optional.empty(),
        null,
        Optional.empty(),
        null,
        Optional.empty(),
        null,
        null,
        null,
        Optional.empty(),
        null,
        null,
        Optional.empty(),
        null);
  }

  /** Everything there is, and the given containers. */
  static Maybe of(Everything v, List<String> list, Set<Integer> set, Map<String, Long> map) {
    return new Maybe(
        Optional.of(v.flag()),
        v.int8(),
        v.int16(),
        v.int32(),
        Optional.of(v.int64()),
        v.float32(),
        Optional.of(v.float64()),
        v.letter(),
        Optional.of(v.text()),
        v.color(),
        Optional.of(v.whole()),
        v.exact(),
        Optional.of(v.money()),
        Optional.of(v.uuid()),
        v.instant(),
        Optional.of(v.duration()),
        v.date(),
        Optional.of(v.time()),
        v.dateTime(),
        v.bytes(),
        v.vector(),
        Optional.of(v.temperature()),
        v.link(),
        list,
        Optional.of(set),
        map);
  }
}
