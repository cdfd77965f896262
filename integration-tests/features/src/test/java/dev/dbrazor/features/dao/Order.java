package dev.dbrazor.features.dao;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.ForeignKeyAction;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.References;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;

/** A child with an amount of another scale. */
@Collection("purchases")
public record Order(
    @Id long id,
    @References(value = Customer.class, onDelete = ForeignKeyAction.CASCADE) UUID customerId,
    @Decimal(scale = 4) BigDecimal total,
    Duration took) {}
