package dev.dbrazor.features.documentation;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.annotation.Unique;
import dev.dbrazor.annotation.Vector;
import dev.dbrazor.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of the API page. */
@Collection("customers")
public record Customer(
    @Id UUID id,
    String name,
    @Unique String email,
    @Indexed int age,
    @Nullable String nickname,
    Address address,
    List<String> tags,
    Tier tier,
    @Decimal(scale = 2) BigDecimal balance,
    Instant joinedAt,
    @Version int version,
    @Vector(dimensions = 384, metric = Metric.COSINE) float @Nullable [] embedding) {}
