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
import java.util.UUID;

/** One component of each scalar type; no collection, so it is what nested documents hold. */
record Everything(
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
    @Convert(UriConverter.class) URI link) {}
