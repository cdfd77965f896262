package dev.dbrazor.features.dao;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Convert;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.Embedded;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.Unique;
import dev.dbrazor.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One component of each kind that statements meet. */
@Collection("patrons")
public record Customer(
    @Id @Nullable UUID id,
    String name,
    @Unique Email email,
    @Indexed int age,
    @Nullable String nickname,
    Address address,
    @Embedded Place home,
    List<String> tags,
    Tier tier,
    @Convert(HexColor.class) Color color,
    @Decimal(scale = 2) BigDecimal balance,
    Instant joinedAt,
    Optional<LocalDate> birthday,
    boolean active,
    byte[] photo,
    @Version int version) {}
