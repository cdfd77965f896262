package dev.dbrazor.features.joins;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered; has columns of the same names as its customer, and a table named by a keyword.
 */
@Collection("order")
public record Order(
    @Id long id,
    String name,
    @Indexed @Nullable UUID customerId,
    @Decimal(scale = 2) BigDecimal total,
    @Nullable Integer priority,
    long weight,
    Duration delay) {
  static Order of(String name, @Nullable UUID customer, String total) {
    return new Order(0, name, customer, new BigDecimal(total), null, 1, Duration.ZERO);
  }

  Order withPriority(@Nullable Integer other) {
    return new Order(id, name, customerId, total, other, weight, delay);
  }

  Order withWeight(long other) {
    return new Order(id, name, customerId, total, priority, other, delay);
  }
}
