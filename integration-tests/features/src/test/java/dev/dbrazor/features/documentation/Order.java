package dev.dbrazor.features.documentation;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.ForeignKeyAction;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.References;
import java.util.UUID;

/** An order of a customer. */
@Collection("orders")
public record Order(
    @Id long id,
    @References(value = Customer.class, onDelete = ForeignKeyAction.CASCADE) UUID customerId) {}
