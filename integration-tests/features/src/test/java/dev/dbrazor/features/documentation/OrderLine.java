package dev.dbrazor.features.documentation;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;

/** A line of an order. */
@Collection("page_order_lines")
public record OrderLine(@Id long id, @Indexed long orderId, String product) {}
