package dev.dbrazor.features.joins;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A part of an order. */
@Collection("order_lines")
public record OrderLine(
    @Id long id,
    @Indexed long orderId,
    String product,
    short quantity,
    @Decimal(scale = 3) BigDecimal price,
    @Nullable Double discount,
    float weight) {
  static OrderLine of(long order, String product, int quantity, String price) {
    return new OrderLine(0, order, product, (short) quantity, new BigDecimal(price), null, 0.5f);
  }
}
