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
import java.util.UUID;

/** One column of each scalar type. */
@Collection("scalars")
record Scalars(
    @Id long id,
    boolean flag,
    byte int8,
    short int16,
    int int32,
    long int64,
    float float32,
    double float64,
    char letter,
    String text,
    Color color,
    BigInteger whole,
    BigDecimal exact,
    @Decimal(scale = 2) BigDecimal money,
    UUID uuid,
    Instant instant,
    Duration duration,
    LocalDate date,
    LocalTime time,
    LocalDateTime dateTime,
    byte[] bytes,
    @Vector(dimensions = 3, metric = Metric.L2) float[] vector,
    Celsius temperature,
    @Convert(UriConverter.class) URI link) {
  /** The same values as columns. */
  static Scalars of(long id, Everything v) {
    return new Scalars(
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
        v.link());
  }

  /** The same values as a document. */
  Everything values() {
    return new Everything(
        flag,
        int8,
        int16,
        int32,
        int64,
        float32,
        float64,
        letter,
        text,
        color,
        whole,
        exact,
        money,
        uuid,
        instant,
        duration,
        date,
        time,
        dateTime,
        bytes,
        vector,
        temperature,
        link);
  }
}
